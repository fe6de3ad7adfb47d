package org.shengmo.notice;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Text;

/** Telling people what concerns them, inside the product. Joins the caller's transaction where there is one. */
public interface Notices {

    /**
     * Tells whoever holds a post, now and later.
     *
     * @param text said in the reader's language when it is read; its arguments are text, numbers, dates or further texts
     * @param href the page that it leads to, from the root
     * @param about what it is about
     */
    void tell(UUID post, Text text, String href, Subject about);

    /** Tells one person, in whatever post. */
    void tellPerson(UUID person, Text text, String href, Subject about);

    /** Tells many at once. */
    void tellAll(Collection<NewNotice> notices);

    /** What the actor was told, as a person and in the post they act in, newest first. */
    List<Notice> of(Actor reader, int limit);

    /** What was told about a subject, newest first. */
    List<Notice> about(Subject subject, int limit);

    /** How many notices the actor has not seen. */
    long unseen(Actor reader);

    /** Marks the actor's notices about a subject as seen by them now. */
    void seen(Actor reader, Subject about);
}
