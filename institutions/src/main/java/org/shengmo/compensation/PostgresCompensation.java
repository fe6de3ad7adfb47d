package org.shengmo.compensation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Metric;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.OpenDuty;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deviations in PostgreSQL. */
@Service
class PostgresCompensation implements Compensation {

    private final DeviationRows rows;
    private final Docket docket;
    private final Rulebook rulebook;
    private final Duties duties;
    private final Words words;
    private final Clock clock;

    PostgresCompensation(
            DeviationRows rows, Docket docket, Rulebook rulebook, Duties duties, Words words, Clock clock) {
        this.rows = rows;
        this.docket = docket;
        this.rulebook = rulebook;
        this.duties = duties;
        this.words = words;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void explain(Actor by, UUID id, String text) {
        by.require(EXPLAIN);
        Deviation deviation = unclosed(id);
        written("text", text);
        rows.explain(id, text.strip(), today(), by.person());
        record(by, "compensation.explained", deviation, Map.of("explanation", text.strip()));
    }

    @Override
    @Transactional
    public void judge(Actor by, UUID id, boolean holds, String reasons) {
        by.require(ACCEPT);
        Deviation deviation = unclosed(id);
        if (!(deviation instanceof Deviation.Explained explained)) {
            throw refusal("compensation.refused.unexplained", deviation);
        }
        if (explained.explanation().by() != null && explained.explanation().by().equals(by.person())) {
            throw refusal("compensation.refused.own", deviation);
        }
        written("reasons", reasons);
        long entry = record(
                by,
                holds ? "compensation.accepted" : "compensation.sent-back",
                deviation,
                Map.of("reasons", reasons.strip()));
        if (holds) {
            rows.accept(id, today(), by.person(), entry);
            done(by, deviation);
        } else {
            rows.reopen(id);
        }
    }

    @Override
    @Transactional
    public void correct(Actor by, UUID id, BigDecimal amountNow, String how) {
        by.require(EXPLAIN);
        Deviation deviation = unclosed(id);
        written("how", how);
        BigDecimal due =
                deviation.details().due().orElseThrow(() -> refusal("compensation.refused.no-price", deviation));
        if (amountNow.compareTo(due) != 0) {
            throw Refusal.of("compensation.refused.deviates", due)
                    .under(List.of(cite()))
                    .on(Map.of("amount", amountNow, "computed", due))
                    .refused();
        }
        long entry = record(
                by,
                "compensation.corrected",
                deviation,
                Map.of("before", deviation.details().paid(), "amount", amountNow, "how", how.strip()));
        rows.correct(id, amountNow, how.strip(), today(), by.person(), entry);
        done(by, deviation);
    }

    private static void written(String place, String text) {
        if (text.isBlank()) {
            throw Invalid.at(place, "compensation.fault.blank");
        }
    }

    private Deviation unclosed(UUID id) {
        Deviation deviation = byId(id).orElseThrow();
        if (deviation instanceof Deviation.Accepted || deviation instanceof Deviation.Corrected) {
            throw refusal("compensation.refused.closed", deviation);
        }
        return deviation;
    }

    private RuntimeException refusal(String key, Deviation deviation) {
        return Refusal.of(key, deviation.details().number())
                .under(List.of(cite()))
                .refused();
    }

    private Citation cite() {
        return rulebook.cite("district-compensation", "5", today());
    }

    /** Once nothing is open the duty to explain is met. */
    private void done(Actor by, Deviation deviation) {
        UUID run = deviation.details().run();
        if (rows.unclosed(run)) {
            return;
        }
        rows.duty(run).filter(id -> duties.duty(id) instanceof OpenDuty).ifPresent(id -> {
            boolean own = duties.duty(id).details().ownerPost().equals(by.post());
            duties.meetByAct(
                    own ? by : Actor.CALENDAR,
                    id,
                    words.say(Locale.SIMPLIFIED_CHINESE, "compensation.account.closed"),
                    List.of());
        });
    }

    private long record(Actor by, String kind, Deviation deviation, Map<String, ?> more) {
        Map<String, Object> payload = new TreeMap<>(more);
        payload.put("number", deviation.details().number());
        payload.put("line", deviation.details().line());
        return docket.record(Act.of(
                by.author(),
                kind,
                deviation.details().asSubject(),
                payload,
                new Subject("measurement.run", deviation.details().run())));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Deviation> of(UUID run) {
        return rows.deviations("run = ?", run);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Deviation> byId(UUID id) {
        return rows.deviations("id = ?", id).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Village> villages(UUID run) {
        return rows.villages(run);
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> measured() {
        return rows.measured();
    }

    /** What the annual report counts: deviations that nobody explained or put right. */
    @Configuration(proxyBeanMethods = false)
    static class Metrics {
        @Bean
        Metric unexplainedDeviations(DeviationRows rows) {
            return new Unexplained(rows);
        }
    }

    private record Unexplained(DeviationRows rows) implements Metric {
        @Override
        public String id() {
            return "compensation.deviations.unexplained";
        }

        @Override
        public Unit unit() {
            return Unit.COUNT;
        }

        @Override
        public Figure figure(int year, LocalDate asOf) {
            return new Figure(BigDecimal.valueOf(rows.unexplained(year, asOf)), rows.closings(year, asOf));
        }
    }
}
