package org.shengmo.disclosure.web;

import java.time.LocalDate;
import org.shengmo.disclosure.Publication;
import org.shengmo.organization.Directory;
import org.shengmo.wording.Status;
import org.shengmo.wording.Text;

/**
 * A publication as lists and its page show it.
 *
 * @param body the name of the body that answers for it
 * @param published null while it is not
 */
public record PublicationRow(Publication publication, String body, Status status, LocalDate published) {

    static PublicationRow of(Publication publication, Directory directory, LocalDate today) {
        Status status = switch (publication) {
            case Publication.Published published -> Status.done("disclosure.state.PUBLISHED");
            case Publication.Declined declined -> Status.plain("disclosure.state.DECLINED");
            case Publication.Owed owed ->
                owed.late(today) ? Status.late("disclosure.state.late") : Status.plain("disclosure.state.OWED");
        };
        return new PublicationRow(
                publication,
                directory.body(publication.details().body()).name(),
                status,
                publication instanceof Publication.Published published ? published.on() : null);
    }

    /** What it is in the catalogue. */
    public Text item() {
        return Text.of("publishable." + publication.details().item());
    }

    /** The catalogue's category. */
    public Text category() {
        return Text.of("disclosure.category." + publication.details().category());
    }
}
