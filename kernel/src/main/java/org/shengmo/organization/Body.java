package org.shengmo.organization;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A body: an organ, a department, a township, a village.
 *
 * @param id its identifier
 * @param code its code, unique in the district
 * @param name its name today
 * @param kind what sort of body it is
 * @param parent the body it stands under; null at the top
 * @param position its place among its siblings, lowest first
 * @param established its first day; null when it has been there longer than the records
 * @param abolished the first day it is no more; null while it is
 */
public record Body(
        UUID id,
        String code,
        String name,
        BodyKind kind,
        UUID parent,
        int position,
        LocalDate established,
        LocalDate abolished) {

    /** Whether it exists on a day. */
    public boolean standsOn(LocalDate day) {
        return (established == null || !day.isBefore(established)) && (abolished == null || day.isBefore(abolished));
    }
}
