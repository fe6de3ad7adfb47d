package org.shengmo.deliberation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.shengmo.docket.CanonicalJson;
import org.shengmo.organization.Organization;
import org.springframework.stereotype.Component;

/** Writes minutes as canonical JSON (RFC 8785): who was there, what each said in which order, what was decided, dissent. */
@Component
class MinutesText {

    private final Organization organization;

    MinutesText(Organization organization) {
        this.organization = organization;
    }

    String of(Meeting meeting) {
        Sitting sitting = meeting.sitting();
        return CanonicalJson.of(Map.of(
                "body", organization.nameOn(meeting.body(), meeting.heldOn()),
                "number", meeting.number(),
                "heldOn", meeting.heldOn().toString(),
                "place", meeting.place(),
                "members",
                        sitting.members().stream()
                                .map(member -> member(meeting, member))
                                .toList(),
                "items",
                        sitting.items().stream()
                                .map(item -> item(meeting, item))
                                .toList()));
    }

    private Map<String, Object> member(Meeting meeting, Member member) {
        return Map.of(
                "name", member.name(),
                "post", postName(member.post(), meeting.heldOn()),
                "present", meeting.sitting().present().contains(member.post()));
    }

    private Map<String, Object> item(Meeting meeting, AgendaItem item) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("position", item.position());
        said.put("title", item.title());
        said.put("outcome", item.outcome().name());
        said.put("agree", item.count(Stance.AGREE));
        said.put("disagree", item.count(Stance.DISAGREE));
        said.put("defer", item.count(Stance.DEFER));
        said.put("membership", meeting.sitting().members().size());
        said.put(
                "recused",
                item.recused().entrySet().stream()
                        .map(each -> Map.of("name", name(meeting, each.getKey()), "ground", each.getValue()))
                        .sorted(java.util.Comparator.comparing(each -> each.get("name")))
                        .toList());
        said.put(
                "stands",
                item.stands().stream()
                        .map(stand -> Map.of(
                                "place", stand.place(),
                                "name", name(meeting, stand.post()),
                                "stance", stand.stance().name(),
                                "words", stand.words(),
                                "at", stand.at().toString()))
                        .toList());
        said.put(
                "dissent",
                meeting.sitting().dissent(item).stream().map(Member::name).toList());
        return said;
    }

    private static String name(Meeting meeting, UUID post) {
        return meeting.sitting().member(post).name();
    }

    private String postName(UUID post, LocalDate on) {
        return organization.nameOn(post, on);
    }
}
