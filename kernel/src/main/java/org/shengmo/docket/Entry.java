package org.shengmo.docket;

import java.time.Instant;
import java.util.Map;

/**
 * An entry as it stands on the record.
 *
 * @param id its number in the docket
 * @param at the moment of the act
 * @param payload what was done; empty when it was erased
 * @param erased whether the payload and its salt were erased; the entry and its seal stay
 */
public record Entry(
        long id, Instant at, Author author, Kind kind, Subject about, Map<String, Object> payload, boolean erased) {}
