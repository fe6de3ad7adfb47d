package org.shengmo.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was put in.
 *
 * @param id its identifier
 * @param name the name it was put in under, cleaned of folders and control characters
 * @param mediaType what its content is, found by looking at the content
 * @param size in bytes
 * @param sha256 the hash of its content, 64 lower-case hexadecimal digits
 * @param keptBy the person who put it in; null for nobody's hand
 * @param keptAt when
 */
public record Attachment(
        UUID id, String name, String mediaType, long size, String sha256, UUID keptBy, Instant keptAt) {}
