package org.shengmo.charter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shengmo.wording.Fault;

/**
 * The responsibility list of a year, in three tiers.
 *
 * @param responsibilities in the list's order
 * @param leadingBodies the leading bodies it binds, with their members
 */
public record ResponsibilityList(
        int year, String title, Named issuer, List<Responsibility> responsibilities, List<LeadingBody> leadingBodies)
        implements CharterText {

    public ResponsibilityList {
        responsibilities = List.copyOf(responsibilities);
        leadingBodies = List.copyOf(leadingBodies);
    }

    @Override
    public CharterKind kind() {
        return CharterKind.LIST;
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        Contents.Check check = new Contents.Check(faults);
        check.filled("title", title, issuer.code());
        if (responsibilities.isEmpty()) {
            check.fault("responsibilities", "charter.text.no-responsibilities");
        }
        if (leadingBodies.isEmpty()) {
            check.fault("leadingBodies", "charter.text.no-leading-bodies");
        }
        for (Responsibility each : responsibilities) {
            check.code(each.code());
            check.filled(each.code(), each.title(), each.text(), each.holder().code());
        }
        return List.copyOf(faults);
    }

    @Override
    public List<String> endorsers() {
        Set<String> posts = new LinkedHashSet<>();
        for (LeadingBody each : leadingBodies) {
            posts.add(each.principal().code());
            each.members().forEach(member -> posts.add(member.code()));
        }
        return List.copyOf(posts);
    }

    @Override
    public Map<String, Object> content() {
        return Map.of(
                "kind", kind().code(),
                "year", year,
                "title", title,
                "issuer", Contents.of(issuer),
                "responsibilities", responsibilities.stream().map(Contents::of).toList(),
                "leadingBodies", leadingBodies.stream().map(Contents::of).toList());
    }
}
