package org.shengmo.organization.web;

import java.util.List;
import java.util.UUID;
import org.shengmo.access.web.Page;

/** What a higher room adds to a body's page, as a bean: duties, findings, what binds it. */
public interface BodySection extends PageSection {

    /** The same section on a body's page, asked about the body. */
    static BodySection like(PageSection section) {
        return new Same(section);
    }

    /** A section that answers for bodies as another does. */
    record Same(PageSection section) implements BodySection {

        @Override
        public int order() {
            return section.order();
        }

        @Override
        public String title() {
            return section.title();
        }

        @Override
        public String empty() {
            return section.empty();
        }

        @Override
        public boolean shows(Page page, UUID subject) {
            return section.shows(page, subject);
        }

        @Override
        public List<Line> lines(Page page, UUID subject) {
            return section.lines(page, subject);
        }
    }
}
