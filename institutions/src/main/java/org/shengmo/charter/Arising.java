package org.shengmo.charter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.NewDuty;
import org.shengmo.duty.RunningDuty;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.springframework.stereotype.Component;

/** The duties that arise by themselves when a version comes into force. */
@Component
class Arising {

    static final Kind SUB_ITEM = Kind.of("charter.sub-item");

    private final SubItemRows rows;
    private final Calling calling;
    private final Terms terms;
    private final Presence presence;
    private final Organization organization;
    private final Duties duties;
    private final Written written;

    Arising(
            SubItemRows rows,
            Calling calling,
            Terms terms,
            Presence presence,
            Organization organization,
            Duties duties,
            Written written) {
        this.rows = rows;
        this.calling = calling;
        this.terms = terms;
        this.presence = presence;
        this.organization = organization;
        this.duties = duties;
        this.written = written;
    }

    void from(VersionDetails version) {
        switch (version.text()) {
            case AnnualPlan plan -> subItems(version, plan);
            case ResponsibilityList list -> calling.call(list, presence.today());
        }
    }

    /**
     * A sub-item whose owner and deadline stay keeps its duty. Where they change or it is gone, the old duty falls, unless
     * it is overdue already: a new text does not wipe out a failure.
     */
    private void subItems(VersionDetails version, AnnualPlan plan) {
        Directory directory = organization.directory();
        List<SubItemRows.Owed> before = rows.of(version.document());
        Set<UUID> kept = new HashSet<>();
        List<SubItem> fresh = new ArrayList<>();
        for (SubItem each : plan.subItems()) {
            UUID owner = directory.postByCode(each.owner().code()).orElseThrow().id();
            before.stream()
                    .filter(owed -> owed.matches(each.code(), owner, each.deadline()))
                    .findFirst()
                    .ifPresentOrElse(owed -> kept.add(owed.duty()), () -> fresh.add(each));
        }
        for (SubItemRows.Owed owed : before) {
            if (!kept.contains(owed.duty()) && duties.duty(owed.duty()) instanceof RunningDuty) {
                duties.withdraw(
                        Actor.CALENDAR, owed.duty(), written.say("charter.reason.new-version", version.number()));
            }
        }
        owe(version, plan, fresh, directory);
    }

    private void owe(VersionDetails version, AnnualPlan plan, List<SubItem> fresh, Directory directory) {
        UUID creditor = directory.bodyByCode(plan.issuer().code()).orElseThrow().id();
        Subject about = new Subject("charter.version", version.id());
        List<NewDuty> owed = fresh.stream()
                .map(each -> {
                    Terms.Term term = terms.subItem(presence.today(), each.deadline());
                    return new NewDuty(
                            SUB_ITEM,
                            written.say("charter.duty.sub-item", each.code(), each.title()),
                            directory
                                    .postByCode(each.owner().code())
                                    .orElseThrow()
                                    .id(),
                            creditor,
                            term.clause(),
                            about,
                            term.opens(),
                            term.due(),
                            term.terms());
                })
                .toList();
        List<UUID> ids = duties.oweAll(Actor.CALENDAR, owed);
        for (int i = 0; i < fresh.size(); i++) {
            rows.insert(new SubItemRows.Owed(
                    ids.get(i),
                    version.document(),
                    fresh.get(i).code(),
                    owed.get(i).ownerPost(),
                    fresh.get(i).deadline()));
        }
    }
}
