package org.shengmo.duty.web;

import java.util.List;
import java.util.stream.Stream;
import org.shengmo.access.web.Page;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyFilter;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.web.BodySection;
import org.shengmo.organization.web.PageSection;
import org.shengmo.organization.web.PersonSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a person or a body owes, on their pages: what is open, then what was closed last, as far as the reader's scope goes. */
@Configuration(proxyBeanMethods = false)
class DutySections {

    private static final int ORDER = 20;
    private static final int CLOSED = 10;

    @Bean
    PersonSection dutiesOfPerson(Duties duties, Organization organization) {
        return PersonSection.of(
                ORDER,
                "duty.section",
                "duty.section.empty",
                (page, person) -> page.signedIn(),
                (page, person) -> lines(duties, organization, page, DutyFilter.ALL.heldBy(person)));
    }

    @Bean
    BodySection dutiesOfBody(Duties duties, Organization organization) {
        return BodySection.like(PersonSection.of(
                ORDER,
                "duty.section",
                "duty.section.empty",
                (page, body) -> page.signedIn() && !organization.postsOf(body).isEmpty(),
                (page, body) -> lines(
                        duties,
                        organization,
                        page,
                        DutyFilter.ALL.ownedBy(organization.postsOf(body).stream()
                                .map(Post::id)
                                .toList()))));
    }

    private static List<PageSection.Line> lines(
            Duties duties, Organization organization, Page page, DutyFilter filter) {
        Directory directory = organization.directory();
        List<DutyView> all = duties.readableBy(page.actor(), filter).stream()
                .map(duty -> DutyView.of(duty, directory, page.today(), 0))
                .toList();
        Stream<DutyView> open = all.stream().filter(DutyView::open);
        Stream<DutyView> closed =
                all.reversed().stream().filter(view -> !view.open()).limit(CLOSED);
        return Stream.concat(open, closed)
                .map(view -> new PageSection.Line(
                        view.details().due(), view.details().title(), view.href(), view.status()))
                .toList();
    }
}
