package org.shengmo.organization.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.wording.Status;

/** What a higher room adds to the page of a person or a body. */
public interface PageSection {

    /** Place on the page, lowest first. */
    int order();

    /** Key of the heading. */
    String title();

    /** Key of what is said when there is nothing. */
    String empty();

    /** Whether the reader may see this section of this page. */
    boolean shows(Page page, UUID subject);

    /** The lines, most important first, at most some fifty. */
    List<Line> lines(Page page, UUID subject);

    /**
     * A line.
     *
     * @param day when; null when it has no day
     * @param what in the reader's language
     * @param href its page; null when it has none
     * @param status how it stands; null when that is not said
     */
    record Line(LocalDate day, String what, String href, Status status) {}
}
