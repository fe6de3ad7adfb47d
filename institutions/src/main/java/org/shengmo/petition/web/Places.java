package org.shengmo.petition.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Directory;

/**
 * Places to choose from.
 *
 * @param district the whole district; null where there is no government
 * @param townships each with its villages, itself first
 */
public record Places(Body district, Map<Body, List<Body>> townships) {

    static Places of(Directory directory, LocalDate today) {
        Map<Body, List<Body>> townships = new LinkedHashMap<>();
        Body district = null;
        for (Body body : directory.bodies()) {
            if (!body.standsOn(today)) {
                continue;
            }
            if (body.kind() == BodyKind.TOWNSHIP) {
                townships.put(
                        body,
                        directory.childrenOf(body.id()).stream()
                                .filter(each -> each.kind() == BodyKind.VILLAGE && each.standsOn(today))
                                .toList());
            } else if (body.kind() == BodyKind.GOVERNMENT && district == null) {
                district = body;
            }
        }
        return new Places(district, townships);
    }

    /** Bodies that can be named: all but villages and coordinating bodies. */
    static Map<String, String> bodies(Directory directory, LocalDate today) {
        Map<String, String> bodies = new LinkedHashMap<>();
        directory.bodies().stream()
                .filter(body ->
                        body.standsOn(today) && body.kind() != BodyKind.VILLAGE && body.kind() != BodyKind.COORDINATING)
                .forEach(body -> bodies.put(body.id().toString(), body.name()));
        return bodies;
    }

    /** The name of a body; empty for none. */
    static String name(Directory directory, UUID body) {
        return body == null ? "" : directory.findBody(body).map(Body::name).orElse("");
    }
}
