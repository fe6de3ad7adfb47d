package org.shengmo.organization;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A body to be established.
 *
 * @param code its code, unique in the district
 * @param name its name
 * @param kind what sort of body it is
 * @param parent the body it stands under; null at the top
 * @param position its place among its siblings, lowest first
 * @param established its first day; null when it has been there longer than the records
 */
public record NewBody(String code, String name, BodyKind kind, UUID parent, int position, LocalDate established) {}
