package org.shengmo.attachment;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.docket.Author;
import org.shengmo.docket.Subject;

/** Files kept by the SHA-256 of their content: the same content is kept once. */
public interface Attachments {

    /** The largest file taken, in bytes: 20 MiB. */
    int MAX_BYTES = 20 << 20;

    /**
     * Keeps a file.
     *
     * @param by who puts it in
     * @param name its name; only its last part is kept
     * @param content the bytes
     * @throws org.shengmo.wording.Invalid when it is empty, larger than {@link #MAX_BYTES}, not of a kind that is taken
     *     (by content: PDF, PNG, JPEG, GIF, WebP, xlsx, docx, pptx, plain text), or named as another kind than it is
     */
    Attachment keep(Author by, String name, byte[] content);

    /**
     * Attaches kept files to a subject, whose room's gate then says who may read them. Joins the caller's transaction.
     *
     * @throws java.util.NoSuchElementException when there is no such attachment
     */
    void attach(List<UUID> attachments, Subject to);

    /**
     * Attaches files that somebody kept to what they do with them: nobody opens another's file by attaching it to a thing
     * of their own.
     *
     * @throws java.util.NoSuchElementException when there is no such attachment, or another put it in
     */
    default void attach(Author by, List<UUID> attachments, Subject to) {
        for (UUID id : attachments) {
            if (find(id).filter(each -> Objects.equals(each.keptBy(), by.person()))
                    .isEmpty()) {
                throw new NoSuchElementException("no attachment " + id);
            }
        }
        attach(attachments, to);
    }

    /** What is known of an attachment. */
    Optional<Attachment> find(UUID id);

    /** What is attached to a subject, in the order it was put in. */
    List<Attachment> of(Subject subject);

    /** What an attachment is attached to. */
    Set<Subject> subjectsOf(UUID id);

    /**
     * The content. The hash is checked again on the way out.
     *
     * @throws java.util.NoSuchElementException when there is no such attachment
     * @throws IllegalStateException when the content no longer has its hash
     */
    byte[] content(UUID id);

    /**
     * Takes a file out, for a room to keep behind a lock of its own: afterwards nothing here says that it was. Entry
     * {@code attachment.withdrawn}, read only in the compartment. Joins the caller's transaction.
     *
     * @return the content
     * @throws java.util.NoSuchElementException when there is no such attachment
     */
    byte[] withdraw(Author by, UUID id, String compartment);

    /** Whether a content is a plain text, in UTF-8 or GB18030, as {@link #keep} takes one. */
    static boolean isText(byte[] content) {
        return content.length > 0 && FileKind.isText(content);
    }
}
