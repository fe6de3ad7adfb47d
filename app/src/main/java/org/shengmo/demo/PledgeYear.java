package org.shengmo.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.UUID;
import org.shengmo.organization.Organization;
import org.shengmo.pledge.NewProgramme;
import org.shengmo.pledge.Pledges;
import org.shengmo.pledge.Programme;
import org.shengmo.pledge.Promise;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo year's public promises: 9 programmes, 17 promises, kept or late, paid for and judged. */
@Component
@Profile("demo")
class PledgeYear {

    private static final String OFFICE = "QW-10";
    private static final List<String> COMMENTS =
            List.of("说到做到，方便多了。", "建得不错，希望有人长期管护。", "比原来快，就是宣传少。", "拖了一阵子，总算办成。", "还没有看到变化。");

    private final Cast cast;
    private final Organization organization;
    private final Pledges pledges;

    PledgeYear(Cast cast, Organization organization, Pledges pledges) {
        this.cast = cast;
        this.organization = organization;
        this.pledges = pledges;
    }

    /** Announces the year's programmes. */
    void announce(int year) {
        List<List<String>> rows = Table.rows("pledges.tsv");
        for (List<String> row : rows.stream().filter(each -> each.size() == 2).toList()) {
            List<NewProgramme.NewPromise> promises = rows.stream()
                    .filter(each -> each.size() > 2 && each.get(1).equals(row.get(0)))
                    .map(each -> promise(year, each))
                    .toList();
            pledges.announce(
                    cast.in(OFFICE), cast.body("QZ"), new NewProgramme(year, row.get(0), row.get(1), promises));
        }
    }

    private NewProgramme.NewPromise promise(int year, List<String> row) {
        LocalDate last = MonthDay.parse("--" + row.get(6)).atYear(year);
        UUID owner = organization.postByCode(row.get(3)).orElseThrow().id();
        return new NewProgramme.NewPromise(
                row.get(0),
                row.get(2),
                row.get(7),
                owner,
                cast.body(row.get(4)),
                new BigDecimal(row.get(5)),
                List.of(
                        new NewProgramme.NewMilestone("方案和资金落实", LocalDate.of(year, 3, 15)),
                        new NewProgramme.NewMilestone("完成一半以上", last.minusDays(60)),
                        new NewProgramme.NewMilestone("全部完成", last)));
    }

    /** A working day: milestones are reached, mostly in time; one in twenty is put off and told so; money is booked. */
    void work(LocalDate day) {
        for (Programme programme : pledges.of(day.getYear())) {
            programme.promises().forEach(promise -> promise.next().ifPresent(next -> work(day, promise, next)));
        }
    }

    private void work(LocalDate day, Promise promise, Promise.Milestone next) {
        boolean putOff = Chance.of(20, promise.code(), next.title()) == 0;
        if (putOff
                && next.due().equals(next.firstDue())
                && day.isAfter(next.due().minusDays(4))) {
            pledges.delay(cast.in(OFFICE), next.id(), next.due().plusDays(18), "连续降雨影响施工，监理要求延后，已调整工序。");
        } else if (!day.isBefore(next.due().minusDays(1 + Chance.of(12, promise.code(), next.title())))) {
            pledges.reach(cast.in(promise.owner()).orElseThrow(), next.id(), "经现场核对，“" + next.title() + "”已达到公布的要求。");
            spend(day, promise, next);
            judge(promise);
        }
    }

    private void spend(LocalDate day, Promise promise, Promise.Milestone reached) {
        int part = 25 + Chance.of(8, promise.code(), reached.title());
        BigDecimal amount =
                promise.planned().multiply(BigDecimal.valueOf(part, 2)).setScale(2);
        pledges.spend(cast.in(OFFICE), promise.id(), amount, day, reached.title());
    }

    private void judge(Promise promise) {
        int people = 3 + Chance.of(9, promise.code(), "people");
        for (int i = 0; i < people; i++) {
            String visitor = "visitor-%s-%03d-of-the-demo".formatted(promise.code(), i);
            boolean satisfied = Chance.of(100, promise.code(), i, promise.title()) < 86;
            String comment = i % 4 == 0 ? COMMENTS.get(satisfied ? Chance.of(4, visitor) : 4) : "";
            pledges.judge(promise.id(), visitor, satisfied, comment);
        }
    }
}
