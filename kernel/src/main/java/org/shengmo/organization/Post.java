package org.shengmo.organization;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.docket.Kind;

/**
 * A post in a body, held by one person at a time unless it has several seats.
 *
 * @param id its identifier
 * @param code its code, unique in the district
 * @param name its name today
 * @param body the body it belongs to
 * @param kind what sort of post it is, as data, such as {@code township.discipline.deputy}; null when none was given
 * @param head whether its holder heads the body
 * @param rank its place in the body's order, 1 the first
 * @param seats how many may hold it at a time, at least 1
 * @param permissions what it may do
 * @param scope how far that reaches
 * @param abolished the first day it is no more; null while it is
 */
public record Post(
        UUID id,
        String code,
        String name,
        UUID body,
        Kind kind,
        boolean head,
        int rank,
        int seats,
        Set<Permission> permissions,
        Scope scope,
        LocalDate abolished) {

    public Post {
        permissions = Set.copyOf(permissions);
    }
}
