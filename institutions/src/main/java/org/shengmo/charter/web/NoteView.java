package org.shengmo.charter.web;

import java.time.LocalDate;
import java.util.List;
import org.shengmo.attachment.Attachment;
import org.shengmo.docket.Entry;

/**
 * An own entry of a ledger.
 *
 * @param duty what it belongs to; empty for none
 * @param entry the docket entry
 */
public record NoteView(LocalDate on, String text, String duty, List<Attachment> files, long entry) {

    public NoteView {
        files = List.copyOf(files);
    }

    static NoteView of(Entry entry, List<Attachment> files) {
        return new NoteView(
                LedgerRow.day(entry),
                entry.payload().getOrDefault("text", "").toString(),
                entry.payload().getOrDefault("duty", "").toString(),
                files,
                entry.id());
    }
}
