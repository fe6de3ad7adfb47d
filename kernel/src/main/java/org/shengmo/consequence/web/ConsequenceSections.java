package org.shengmo.consequence.web;

import java.time.LocalDate;
import java.util.List;
import org.shengmo.access.web.Page;
import org.shengmo.consequence.Binding;
import org.shengmo.consequence.Consequences;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.web.BodySection;
import org.shengmo.organization.web.PageSection;
import org.shengmo.organization.web.PersonSection;
import org.shengmo.wording.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On the pages of people and bodies: what they bear or bore, and what binds them today, under which clause. */
@Configuration(proxyBeanMethods = false)
class ConsequenceSections {

    private static final int BORNE = 35;
    private static final int BINDS = 40;

    @Bean
    PersonSection borneByPerson(Consequences consequences, Organization organization) {
        return PersonSection.of(
                BORNE,
                "consequence.borne",
                "consequence.borne.empty",
                (page, person) -> consequences.mayAsk(page.actor(), Subject.person(person)),
                (page, person) -> borne(consequences, organization, page, Subject.person(person)));
    }

    @Bean
    BodySection borneByBody(Consequences consequences, Organization organization) {
        return BodySection.like(PersonSection.of(
                BORNE,
                "consequence.borne",
                "consequence.borne.empty",
                (page, body) -> consequences.mayAsk(page.actor(), Subject.body(body)),
                (page, body) -> borne(consequences, organization, page, Subject.body(body))));
    }

    private static List<PageSection.Line> borne(
            Consequences consequences, Organization organization, Page page, Subject subject) {
        Directory directory = organization.directory();
        return consequences.borneBy(subject).stream()
                .filter(each -> consequences.mayRead(page.actor(), each))
                .map(each -> ConsequenceView.of(each, directory))
                .map(view -> new PageSection.Line(
                        view.details().proposedOn(),
                        page.say(
                                "consequence.borne.line",
                                page.say(view.measure()),
                                view.details().title()),
                        view.href(),
                        view.status()))
                .toList();
    }

    @Bean
    PersonSection clearanceOfPerson(Consequences consequences) {
        return PersonSection.of(
                BINDS,
                "consequence.section",
                "consequence.section.empty",
                (page, person) -> consequences.mayAsk(page.actor(), Subject.person(person)),
                (page, person) -> binding(consequences, page, Subject.person(person)));
    }

    @Bean
    BodySection clearanceOfBody(Consequences consequences) {
        return BodySection.like(PersonSection.of(
                BINDS,
                "consequence.section",
                "consequence.section.empty.body",
                (page, body) -> consequences.mayAsk(page.actor(), Subject.body(body)),
                (page, body) -> binding(consequences, page, Subject.body(body))));
    }

    private static List<PageSection.Line> binding(Consequences consequences, Page page, Subject subject) {
        return consequences.clearance(subject, page.today()).bindings().stream()
                .map(binding -> line(page, binding))
                .toList();
    }

    private static PageSection.Line line(Page page, Binding binding) {
        LocalDate last = binding.period().lastDay().orElse(null);
        String what = page.say("consequence.bars." + binding.what());
        String clause = page.cite(binding.clause());
        String text = last == null
                ? page.say("consequence.section.open", what, clause)
                : page.say("consequence.section.until", what, page.date(last), clause);
        String href = binding.source().type().equals("consequence")
                ? "/consequences/" + binding.source().id()
                : null;
        return new PageSection.Line(binding.period().from(), text, href, Status.late("consequence.section.binds"));
    }
}
