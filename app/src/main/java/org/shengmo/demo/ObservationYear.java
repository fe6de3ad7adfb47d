package org.shengmo.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.supervision.Observation;
import org.shengmo.supervision.Observations;
import org.shengmo.supervision.Supervisor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo year's citizen supervisors: twelve are appointed, report what they see, and are answered, a few late. */
@Component
@Profile("demo")
class ObservationYear {

    private static final String OFFICE = "QJ-04";
    private static final List<String> NAMES =
            List.of("何知远", "罗思源", "宋文澜", "谢雨桐", "韩景行", "唐清和", "冯若谷", "邓望舒", "曹知远", "彭思源", "何文澜", "罗雨桐");
    private static final List<String> SEEN = List.of(
            "办事大厅窗口无人值守|上午十点，两个窗口无人，群众等候二十分钟。",
            "公示栏内容过期|公示栏仍是去年的补贴名单。",
            "投诉电话无人接听|工作时间连续三次拨打，无人接听。",
            "办事指南与网上不一致|窗口要求的材料比网上多两份。",
            "无障碍坡道被占用|坡道被杂物占用，轮椅无法通行。");

    private final Cast cast;
    private final Observations observations;

    ObservationYear(Cast cast, Observations observations) {
        this.cast = cast;
        this.observations = observations;
    }

    /** A working day. */
    void work(LocalDate day) {
        if (observations.supervisors().isEmpty()) {
            appoint(day);
        }
        if (Chance.of(6, day, "inspects") == 0) {
            inspect(day);
        }
        for (Observation observation : new ArrayList<>(observations.readableBy(cast.in(OFFICE)))) {
            goOn(day, observation);
        }
    }

    private void appoint(LocalDate day) {
        for (int i = 0; i < NAMES.size(); i++) {
            observations.appoint(
                    cast.in(OFFICE),
                    NAMES.get(i),
                    Set.of(cast.body("D%02d".formatted(11 + 2 * i)), cast.body("D%02d".formatted(12 + 2 * i))),
                    day,
                    day.plusYears(2));
        }
    }

    private void inspect(LocalDate day) {
        List<Supervisor> all = observations.supervisors();
        Supervisor chosen = all.get(Chance.of(all.size(), day, "who"));
        String[] seen = SEEN.get(Chance.of(SEEN.size(), day, "what")).split("\\|", -1);
        UUID body = chosen.bodies().get(Chance.of(chosen.bodies().size(), day));
        Optional<Actor> citizen = cast.as(chosen.person());
        boolean owed = cast.in(cast.headOf(body)).isPresent();
        if (owed && citizen.isPresent() && citizen.get().may(Observations.OBSERVE)) {
            observations.report(citizen.get(), body, seen[0], seen[1], List.of());
        }
    }

    private void goOn(LocalDate day, Observation observation) {
        Observation.Details details = observation.details();
        int temper = Chance.of(100, details.number(), details.title());
        if (observation instanceof Observation.Open) {
            LocalDate planned = temper < 92
                    ? details.due().minusDays(2 + Chance.of(12, details.number()))
                    : temper < 97 ? details.due().plusDays(2) : LocalDate.MAX;
            if (!day.isBefore(planned)) {
                cast.in(details.owner())
                        .ifPresent(head -> observations.answer(head, observation.id(), "已到现场核实，情况属实，当日整改到位并通报有关人员。"));
            }
        } else if (observation instanceof Observation.Answered) {
            boolean satisfied = temper % 6 != 0 || details.answers().size() > 1;
            cast.as(details.supervisor())
                    .ifPresent(citizen ->
                            observations.judge(citizen, observation.id(), satisfied, satisfied ? "" : "复查时仍未改正。"));
        }
    }
}
