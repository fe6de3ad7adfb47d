package org.shengmo.discipline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A piece of evidence on a case's list.
 *
 * @param kind such as {@code document}, {@code statement}, {@code account}, {@code expert}, {@code electronic}
 * @param by who obtained it
 * @param with the second who was there
 * @param files kept files
 */
public record Evidence(
        UUID id, int number, String kind, String title, LocalDate obtainedOn, UUID by, UUID with, List<UUID> files) {

    /** The kinds of evidence. */
    public static final List<String> KINDS = List.of("document", "statement", "account", "expert", "electronic");

    public Evidence {
        files = List.copyOf(files);
    }
}
