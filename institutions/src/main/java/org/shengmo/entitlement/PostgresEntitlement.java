package org.shengmo.entitlement;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.wording.Invalid;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The review of welfare rosters in PostgreSQL: its reads, and each command by whoever does it. */
@Service
class PostgresEntitlement implements Entitlement {

    private final HouseholdRows rows;
    private final WelfareReach reach;
    private final WelfareActs acts;
    private final WelfareHearing hearing;
    private final WelfareDecision decision;
    private final WelfareClaims claims;

    PostgresEntitlement(
            HouseholdRows rows,
            WelfareReach reach,
            WelfareActs acts,
            WelfareHearing hearing,
            WelfareDecision decision,
            WelfareClaims claims) {
        this.rows = rows;
        this.reach = reach;
        this.acts = acts;
        this.hearing = hearing;
        this.decision = decision;
        this.claims = claims;
    }

    @Override
    @Transactional
    public Household.Batch tell(Actor by, List<UUID> households, UUID decider) {
        return hearing.tell(by, households, decider);
    }

    @Override
    @Transactional
    public void hear(Actor by, UUID household, String reply) {
        hearing.hear(by, household, reply);
    }

    @Override
    @Transactional
    public void answer(long number, String code, String reply) {
        hearing.answer(number, code, reply);
    }

    @Override
    @Transactional
    public Household opened(long number, String code) {
        return hearing.opened(number, code);
    }

    @Override
    @Transactional
    public String code(Actor by, UUID household) {
        return hearing.code(by, household);
    }

    @Override
    @Transactional
    public void decide(Actor by, List<Ruled> households, String resolution) {
        decision.decide(by, households, resolution);
    }

    @Override
    public Ruled proposal(Household household, List<Member> members) {
        return decision.proposal(household, members);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Ruled> proposals(Actor by, List<UUID> households) {
        return decision.proposals(by, households);
    }

    @Override
    @Transactional
    public void publish(Actor by, UUID run) {
        decision.publish(by, run);
    }

    @Override
    @Transactional
    public List<UUID> recover(Actor by, List<Overpaid> claimed) {
        return claims.recover(by, claimed);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Approver> approvers(UUID run) {
        return claims.approvers(run);
    }

    @Override
    @Transactional
    public UUID trace(Actor by, UUID run, UUID approver) {
        return claims.trace(by, run, approver);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Member> members(Actor by, UUID household) {
        reach.reached(by, READ, List.of(household));
        return rows.members(List.of(household)).getOrDefault(household, List.of()).stream()
                .map(Member::masked)
                .toList();
    }

    @Override
    @Transactional
    public List<Member> reveal(Actor by, UUID household, Purpose purpose, String note) {
        return revealAll(by, List.of(household), purpose, note).getFirst();
    }

    @Override
    @Transactional
    public List<List<Member>> revealAll(Actor by, List<UUID> ids, Purpose purpose, String note) {
        List<Household> households = reach.reached(by, REVEAL, ids);
        if (note.isBlank()) {
            throw Invalid.at("note", "entitlement.fault.purpose");
        }
        Map<String, Object> payload = new TreeMap<>();
        payload.put("purpose", purpose.code());
        payload.put("note", note.strip());
        payload.put("numbers", WelfareReach.numbers(households));
        acts.record(by, "entitlement.viewed", households.getFirst().details().asSubject(), households, payload);
        Map<UUID, List<Member>> members = rows.members(ids);
        return households.stream()
                .map(each -> members.getOrDefault(each.id(), List.of()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Household> household(UUID id) {
        return rows.households("h.id = ?", id).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Household> of(Actor by, UUID run) {
        by.require(READ);
        Set<UUID> bodies = new HashSet<>();
        Set<UUID> beyond = new HashSet<>();
        return rows.households("h.run = ?", run).stream()
                .filter(each -> reach.reaches(by, each, bodies, beyond))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Household.Batch> batches(UUID run) {
        return rows.batches(run);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Village> villages(UUID run) {
        return rows.villages(run);
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> published() {
        return rows.published();
    }
}
