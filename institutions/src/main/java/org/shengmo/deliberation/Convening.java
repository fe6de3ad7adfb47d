package org.shengmo.deliberation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.springframework.stereotype.Component;

/** Convening: who is a member that day, what may go on the agenda, and who keeps out of what. */
@Component
class Convening {

    private final MeetingRows rows;
    private final MatterRows matterRows;
    private final Matters matters;
    private final Recusals recusals;
    private final Posts posts;
    private final Organization organization;
    private final Docket docket;
    private final Clock clock;

    Convening(
            MeetingRows rows,
            MatterRows matterRows,
            Matters matters,
            Recusals recusals,
            Posts posts,
            Organization organization,
            Docket docket,
            Clock clock) {
        this.rows = rows;
        this.matterRows = matterRows;
        this.matters = matters;
        this.recusals = recusals;
        this.posts = posts;
        this.organization = organization;
        this.docket = docket;
        this.clock = clock;
    }

    UUID convene(Actor by, UUID body, LocalDate on, String place, List<UUID> agenda) {
        posts.require(by, Matters.CONVENE, body);
        if (on.isBefore(LocalDate.now(clock))) {
            throw Invalid.at("on", "deliberation.fault.past");
        }
        if (agenda.isEmpty()) {
            throw Invalid.at("matters", "deliberation.fault.no-matters");
        }
        List<Member> members = members(body, on);
        if (members.isEmpty()) {
            throw Refusal.of("deliberation.member.none", organization.body(body).name())
                    .refused();
        }
        UUID id = UUID.randomUUID();
        List<AgendaItem> items = new ArrayList<>();
        for (UUID matter : agenda) {
            items.add(tabled(matter, body, items.size() + 1, members, on));
        }
        rows.insert(id, body, on, place.strip(), Sitting.convened(members, items));
        agenda.forEach(matter -> matterRows.state(matter, "tabled", null));
        docket.record(Act.of(
                by.author(),
                "deliberation.convened",
                Meeting.subject(id),
                Map.of(
                        "on", on,
                        "place", place.strip(),
                        "items", items.stream().map(AgendaItem::title).toList(),
                        "members", members.stream().map(Member::name).toList()),
                Subject.body(body)));
        return id;
    }

    private List<Member> members(UUID body, LocalDate on) {
        List<Member> members = new ArrayList<>();
        for (Post post : organization.postsOf(body)) {
            if (post.permissions().contains(Matters.SIT)) {
                Optional<Tenure> holder = organization.holderOf(post.id(), on);
                holder.ifPresent(tenure -> members.add(new Member(
                        post.id(),
                        tenure.person(),
                        organization.nameOn(tenure.person(), on),
                        post.rank(),
                        post.head())));
            }
        }
        return members;
    }

    private AgendaItem tabled(UUID id, UUID body, int position, List<Member> members, LocalDate on) {
        matterRows.lock(id);
        Matter matter = matterRows.required(id);
        Matter.Details details = matter.details();
        if (!(matter instanceof Matter.Preparing)) {
            throw Refusal.of("deliberation.matter.not-preparing").refused();
        }
        if (!details.competence().decider().equals(body)) {
            throw Refusal.of(
                            "deliberation.decider.other",
                            details.what().title(),
                            organization.body(details.competence().decider()).name())
                    .under(details.competence().clauses())
                    .refused();
        }
        matters.missing(details).stream().findFirst().ifPresent(missing -> {
            throw new Refused(missing);
        });
        AgendaItem item = AgendaItem.waiting(
                id, position, details.what().title(), details.competence().quorum());
        for (Map.Entry<UUID, String> each : recusals.of(details, members, on).entrySet()) {
            item = item.recusing(each.getKey(), each.getValue());
        }
        return item;
    }
}
