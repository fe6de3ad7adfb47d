package org.shengmo.career;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.deliberation.AgendaItem;
import org.shengmo.deliberation.Matters;
import org.shengmo.deliberation.Member;
import org.shengmo.deliberation.Outcome;
import org.shengmo.deliberation.Quorum;
import org.shengmo.deliberation.Sitting;
import org.shengmo.deliberation.Stance;
import org.shengmo.deliberation.Stand;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/** The committee on a selection: who sits, who keeps out, in which order they speak, what it comes to. */
@Component
class SelectionSittings {

    private final SelectionRows rows;
    private final Avoidance avoidance;
    private final Organization organization;
    private final Rulebook rulebook;
    private final Clock clock;

    SelectionSittings(
            SelectionRows rows, Avoidance avoidance, Organization organization, Rulebook rulebook, Clock clock) {
        this.rows = rows;
        this.avoidance = avoidance;
        this.organization = organization;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** How a sitting was counted. */
    record Counted(Outcome outcome, int members, int present, int agree, int disagree, int defer) {
        Map<String, Object> asPayload() {
            return Map.of(
                    "membership", members, "present", present, "agree", agree, "disagree", disagree, "defer", defer);
        }
    }

    /** Opens one; refused without two thirds of the members. */
    Sitting open(Selection.Inspected selection, Set<UUID> present) {
        Directory directory = organization.directory();
        Ruling ruling =
                rulebook.decide(Matters.PROCEDURE, today(), Map.of("kind", "personnel", "decidedBy", "committee"));
        Quorum quorum = new Quorum(ruling.integer("quorumNumerator"), ruling.integer("quorumDenominator"));
        UUID item = selection.id();
        Sitting sitting = Sitting.convened(
                members(directory),
                List.of(AgendaItem.waiting(item, 1, selection.details().quoted(), quorum)));
        for (UUID post : present) {
            sitting = sitting.arrive(post);
        }
        for (Member member : sitting.members()) {
            if (member.person().equals(selection.candidate()) || related(member.person(), selection.candidate())) {
                sitting = sitting.recuse(item, member.post(), member.name());
            }
        }
        sitting = sitting.open().call(item);
        rows.insert(item, UUID.randomUUID(), today(), quorum, sitting);
        return sitting;
    }

    private List<Member> members(Directory directory) {
        List<Member> members = new ArrayList<>();
        for (Body body : directory.bodies()) {
            if (body.kind() == BodyKind.COMMITTEE && body.parent() == null) {
                for (Post post : directory.postsOf(body.id())) {
                    if (post.permissions().contains(Matters.SIT)) {
                        directory
                                .holderOf(post.id(), today())
                                .ifPresent(tenure -> members.add(new Member(
                                        post.id(),
                                        tenure.person(),
                                        directory.nameOn(tenure.person(), today()),
                                        post.rank(),
                                        post.head())));
                    }
                }
            }
        }
        return members;
    }

    /** A member speaks, in turn. */
    Stand speak(Selection.Inspected selection, Actor by, Stance stance, String words) {
        SelectionFile.Sat sat = running(selection);
        Stand stand = sat.sitting()
                .stand(selection.id(), by.post(), stance, words, clock.instant())
                .item(selection.id())
                .standOf(by.post())
                .orElseThrow();
        rows.insert(sat.id(), stand);
        return stand;
    }

    /** Counts, once everyone in the room has spoken. */
    Counted conclude(Selection.Inspected selection) {
        SelectionFile.Sat sat = running(selection);
        AgendaItem item = sat.sitting().decide(selection.id()).item(selection.id());
        rows.concluded(sat.id(), item.outcome().name());
        return new Counted(
                item.outcome(),
                sat.sitting().members().size(),
                sat.sitting().present().size(),
                item.count(Stance.AGREE),
                item.count(Stance.DISAGREE),
                item.count(Stance.DEFER));
    }

    private SelectionFile.Sat running(Selection.Inspected selection) {
        return rows.sittings(selection.id()).stream()
                .filter(each -> each.outcome() == null)
                .findFirst()
                .orElseThrow(() -> Refusal.of("career.sitting.none")
                        .at("/career/selections/" + selection.id())
                        .refused());
    }

    List<String> names(Sitting sitting, Collection<UUID> posts) {
        return sitting.members().stream()
                .filter(each -> posts.contains(each.post()))
                .map(Member::name)
                .toList();
    }

    boolean related(UUID one, UUID other) {
        return avoidance.related(one, other, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
