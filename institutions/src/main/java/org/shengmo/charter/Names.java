package org.shengmo.charter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.organization.Body;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Post;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;

/**
 * Gives the posts and bodies of a text the names they bear, and finds those that the organization does not know. A name that
 * the thing once bore stays: an edit elsewhere in the text must not change it.
 */
final class Names {

    private final Directory directory;
    private final List<Fault> faults = new ArrayList<>();

    private Names(Directory directory) {
        this.directory = directory;
    }

    /** @throws Invalid with every code that is not known */
    static CharterText filled(CharterText text, Directory directory) {
        Names names = new Names(directory);
        CharterText filled = switch (text) {
            case ResponsibilityList list -> names.list(list);
            case AnnualPlan plan -> names.plan(plan);
        };
        if (!names.faults.isEmpty()) {
            throw new Invalid(names.faults);
        }
        return filled;
    }

    private ResponsibilityList list(ResponsibilityList list) {
        return new ResponsibilityList(
                list.year(),
                list.title().strip(),
                body("issuer", list.issuer()),
                list.responsibilities().stream().map(this::responsibility).toList(),
                list.leadingBodies().stream().map(this::leadingBody).toList());
    }

    private Responsibility responsibility(Responsibility each) {
        Named holder =
                each.tier() == Tier.PRINCIPAL ? post(each.code(), each.holder()) : body(each.code(), each.holder());
        return new Responsibility(
                each.code().strip(),
                each.tier(),
                each.title().strip(),
                each.text().strip(),
                holder);
    }

    private LeadingBody leadingBody(LeadingBody each) {
        String place = each.body().code();
        return new LeadingBody(
                body(place, each.body()),
                post(place, each.principal()),
                each.members().stream().map(member -> post(place, member)).toList());
    }

    private AnnualPlan plan(AnnualPlan plan) {
        return new AnnualPlan(
                plan.year(),
                plan.title().strip(),
                body("issuer", plan.issuer()),
                plan.items().stream().map(this::item).toList());
    }

    private PlanItem item(PlanItem each) {
        return new PlanItem(
                each.code().strip(),
                each.title().strip(),
                post(each.code(), each.owner()),
                body(each.code(), each.leadUnit()),
                each.subItems().stream().map(this::subItem).toList());
    }

    private SubItem subItem(SubItem each) {
        return new SubItem(
                each.code().strip(),
                each.title().strip(),
                each.measure().strip(),
                post(each.code(), each.owner()),
                body(each.code(), each.leadUnit()),
                each.supportingUnits().stream()
                        .map(unit -> body(each.code(), unit))
                        .toList(),
                each.deadline());
    }

    private Named post(String place, Named named) {
        Optional<Post> post = directory.postByCode(named.code());
        return named(place, named, post.map(Post::id), post.map(Post::name), "charter.text.unknown-post");
    }

    private Named body(String place, Named named) {
        Optional<Body> body = directory.bodyByCode(named.code());
        return named(place, named, body.map(Body::id), body.map(Body::name), "charter.text.unknown-body");
    }

    private Named named(String place, Named named, Optional<UUID> id, Optional<String> name, String fault) {
        if (id.isEmpty()) {
            faults.add(new Fault(place, Text.of(fault, place, named.code())));
            return named;
        }
        boolean borne = directory.namesOf(id.get()).stream()
                .anyMatch(each -> each.name().equals(named.name()));
        return borne ? named : new Named(named.code(), name.orElseThrow());
    }
}
