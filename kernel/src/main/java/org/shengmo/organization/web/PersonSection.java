package org.shengmo.organization.web;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.shengmo.access.web.Page;

/** What a higher room adds to a person's page, as a bean: duties, findings, what binds them. */
public interface PersonSection extends PageSection {

    /** A section out of its parts. */
    static PersonSection of(
            int order,
            String title,
            String empty,
            BiPredicate<Page, UUID> shown,
            BiFunction<Page, UUID, List<Line>> told) {
        return new Made(order, title, empty, shown, told);
    }

    /** A section out of its parts. */
    record Made(
            int order,
            String title,
            String empty,
            BiPredicate<Page, UUID> shown,
            BiFunction<Page, UUID, List<Line>> told)
            implements PersonSection {

        @Override
        public boolean shows(Page page, UUID subject) {
            return shown.test(page, subject);
        }

        @Override
        public List<Line> lines(Page page, UUID subject) {
            return told.apply(page, subject);
        }
    }
}
