package org.shengmo.petition;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shengmo.attachment.Attachment;
import org.shengmo.attachment.Attachments;
import org.shengmo.attachment.Pictures;
import org.shengmo.docket.Author;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Invalid;
import org.springframework.stereotype.Component;

/**
 * Files from people without an account: pictures, drawn anew, and plain texts. Nothing else, because nothing else can be
 * freed of place and author for certain.
 */
@Component
class SentFiles {

    static final int MOST = 5;
    static final int MOST_BYTES = 10 << 20;

    private final Attachments attachments;

    SentFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    /**
     * The files made harmless; done before anything is kept, and outside any transaction's locks.
     *
     * @throws Invalid at the first that can't be taken; the place is {@code files}
     */
    static List<NewPetition.Upload> harmless(List<NewPetition.Upload> files) {
        if (files.size() > MOST) {
            throw Invalid.at("files", "petition.fault.files", MOST);
        }
        return files.stream().map(SentFiles::harmless).toList();
    }

    private static NewPetition.Upload harmless(NewPetition.Upload file) {
        if (file.content().length > MOST_BYTES) {
            throw Invalid.at("files", "petition.fault.file-large", MOST_BYTES >> 20);
        }
        if (file.name().toLowerCase(Locale.ROOT).endsWith(".txt")) {
            if (!Attachments.isText(file.content())) {
                throw Invalid.at("files", "petition.fault.file-kind");
            }
            return new NewPetition.Upload("text.txt", file.content());
        }
        try {
            return new NewPetition.Upload("photo.jpg", Pictures.redrawn(file.content()));
        } catch (Invalid none) {
            boolean large = none.faults().getFirst().text().key().equals("attachment.picture.large");
            throw Invalid.at("files", large ? "attachment.picture.large" : "petition.fault.file-kind");
        }
    }

    /** Keeps what is harmless and attaches it to a subject, in the caller's transaction. */
    List<UUID> keep(Author by, List<NewPetition.Upload> files, Subject to) {
        List<UUID> kept = files.stream()
                .map(file -> attachments.keep(by, file.name(), file.content()))
                .map(Attachment::id)
                .toList();
        attachments.attach(kept, to);
        return kept;
    }
}
