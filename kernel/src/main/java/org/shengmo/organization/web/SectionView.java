package org.shengmo.organization.web;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shengmo.access.web.Page;

/** A section that a higher room contributed, with its lines. */
public record SectionView(String title, String empty, List<PageSection.Line> lines) {

    static List<SectionView> of(Stream<? extends PageSection> sections, Page page, UUID subject) {
        return sections.filter(section -> section.shows(page, subject))
                .sorted(Comparator.comparingInt(PageSection::order))
                .map(section -> new SectionView(section.title(), section.empty(), section.lines(page, subject)))
                .toList();
    }
}
