package org.shengmo.access.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.attachment.Attachments;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Keeps the files that came with a form, so that the act that follows can attach them. */
@Component
public class Uploads {

    private final Attachments attachments;

    Uploads(Attachments attachments) {
        this.attachments = attachments;
    }

    /**
     * Keeps each file that was chosen.
     *
     * @param files as the form sent them; null when it has no such field
     * @return their identifiers, in the form's order
     * @throws org.shengmo.wording.Invalid for a file that is not taken
     */
    public List<UUID> keep(Actor by, List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty())
                        .map(file -> keep(by, file))
                        .toList();
    }

    private UUID keep(Actor by, MultipartFile file) {
        try {
            return attachments
                    .keep(by.author(), file.getOriginalFilename(), file.getBytes())
                    .id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
