package org.shengmo.finding.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.shengmo.access.web.Page;
import org.shengmo.finding.FindingDetails;
import org.shengmo.finding.Findings;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.web.BodySection;
import org.shengmo.organization.web.PageSection;
import org.shengmo.organization.web.PersonSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The findings that concern a person or a body, on their pages, as far as the reader may read them. */
@Configuration(proxyBeanMethods = false)
class FindingSections {

    private static final int ORDER = 30;

    @Bean
    PersonSection findingsOnPerson(Findings findings, Organization organization) {
        return PersonSection.of(
                ORDER,
                "finding.section",
                "finding.section.empty",
                (page, person) -> reads(page) || person.equals(page.actor().person()),
                (page, person) -> lines(findings, organization, page, details -> concerns(details, person)));
    }

    @Bean
    BodySection findingsOnBody(Findings findings, Organization organization) {
        return BodySection.like(PersonSection.of(
                ORDER,
                "finding.section",
                "finding.section.empty",
                (page, body) -> reads(page),
                (page, body) -> lines(
                        findings, organization, page, details -> details.body().equals(body))));
    }

    private static boolean reads(Page page) {
        return page.actor().may(Findings.READ) || page.actor().may(Findings.DECIDE);
    }

    private static boolean concerns(FindingDetails details, UUID person) {
        return person.equals(details.respondent()) || details.subject().id().equals(person);
    }

    private static List<PageSection.Line> lines(
            Findings findings, Organization organization, Page page, Predicate<FindingDetails> wanted) {
        Directory directory = organization.directory();
        return findings.readableBy(page.actor()).stream()
                .filter(finding -> wanted.test(finding.details()))
                .map(finding -> FindingView.of(finding, directory))
                .map(view -> new PageSection.Line(
                        view.details().stated(), view.details().title(), view.href(), view.status()))
                .toList();
    }
}
