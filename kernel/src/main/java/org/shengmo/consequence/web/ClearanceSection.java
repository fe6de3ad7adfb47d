package org.shengmo.consequence.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.consequence.Binding;
import org.shengmo.consequence.Consequences;
import org.shengmo.docket.Subject;
import org.shengmo.organization.web.PersonSection;
import org.shengmo.wording.Status;
import org.springframework.stereotype.Component;

/** What binds a person today, under which clause, on their page: for themselves and for who may read consequences. */
@Component
class ClearanceSection implements PersonSection {

    private static final int ORDER = 40;

    private final Consequences consequences;

    ClearanceSection(Consequences consequences) {
        this.consequences = consequences;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String title() {
        return "consequence.section";
    }

    @Override
    public String empty() {
        return "consequence.section.empty";
    }

    @Override
    public boolean shows(Page page, UUID person) {
        return person.equals(page.actor().person()) || page.actor().may(Consequences.READ);
    }

    @Override
    public List<Line> lines(Page page, UUID person) {
        return consequences.clearance(Subject.person(person), page.today()).bindings().stream()
                .map(binding -> line(page, binding))
                .toList();
    }

    private static Line line(Page page, Binding binding) {
        LocalDate last = binding.period().lastDay().orElse(null);
        String what = page.say("consequence.bars." + binding.what());
        String clause = page.cite(binding.clause());
        String text = last == null
                ? page.say("consequence.section.open", what, clause)
                : page.say("consequence.section.until", what, page.date(last), clause);
        String href = binding.source().type().equals("consequence")
                ? "/consequences/" + binding.source().id()
                : null;
        return new Line(binding.period().from(), text, href, Status.late("consequence.section.binds"));
    }
}
