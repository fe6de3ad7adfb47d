package org.shengmo.demo;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.deliberation.AgendaItem;
import org.shengmo.deliberation.Business;
import org.shengmo.deliberation.Evidence;
import org.shengmo.deliberation.Matter;
import org.shengmo.deliberation.Matters;
import org.shengmo.deliberation.Meeting;
import org.shengmo.deliberation.Meetings;
import org.shengmo.deliberation.Member;
import org.shengmo.deliberation.NewMatter;
import org.shengmo.deliberation.Outcome;
import org.shengmo.deliberation.Sitting;
import org.shengmo.deliberation.Stance;
import org.shengmo.deliberation.Step;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo year's collective decisions: departments propose, prepare and consult; the standing committee meets once or twice
 * a month, speaks in its order, and signs; what it decides becomes duties. Three purchases of one department stay below the
 * threshold one by one, for the check to find.
 */
@Component
@Profile("demo")
class DeliberationYear {

    private static final String OFFICE = "QW-10";
    private static final String REVIEWER = "D18-01";
    private static final int COMMENT_DAYS = 30;
    private static final int REVIEW_DAYS = 12;
    private static final int LONGEST_AGENDA = 7;
    private static final int LAST_PROPOSING_MONTH = 11;
    private static final List<String> DOUBTS = List.of("资金来源还需落实，建议缓议。", "方案比选不充分，不同意现在定。", "建议分年实施，减轻当年支出压力。");
    private static final List<String> SPEECHES =
            List.of("前期论证充分，同意。", "群众有需求，同意，请抓紧实施并公开进度。", "同意，建议加强过程监督。", "同意，资金要专款专用。");
    private static final List<String> COMMENTS = List.of("支持，请公布施工时间。", "建议先解决排水问题。", "希望多听听沿线住户的意见。", "赞成，盼早日开工。");

    private final Cast cast;
    private final Organization organization;
    private final Matters matters;
    private final Meetings meetings;
    private final List<List<String>> templates = Table.rows("matters.tsv");

    private final List<UUID> unsigned = new ArrayList<>();
    private int proposed;

    DeliberationYear(Cast cast, Organization organization, Matters matters, Meetings meetings) {
        this.cast = cast;
        this.organization = organization;
        this.matters = matters;
        this.meetings = meetings;
    }

    /** A working day. */
    void work(LocalDate day) {
        sign(day);
        if (day.getDayOfWeek() == DayOfWeek.MONDAY && day.getMonthValue() <= LAST_PROPOSING_MONTH) {
            propose(day);
            propose(day);
        }
        if (day.getDayOfWeek() == DayOfWeek.WEDNESDAY) {
            split(day);
            prepare(day);
        }
        if (day.getDayOfWeek() == DayOfWeek.FRIDAY && Chance.of(2, day) == 0) {
            meet(day);
        }
    }

    private void propose(LocalDate day) {
        List<String> row = templates.get(Chance.of(templates.size(), "matter", proposed));
        Business kind = Business.valueOf(row.get(0));
        String round = proposed < templates.size() ? "" : "（第" + (1 + proposed / templates.size()) + "批）";
        String department = row.get(5);
        Set<UUID> concerned = kind == Business.PERSONNEL ? Set.of(candidate(day)) : Set.of();
        matters.propose(
                cast.in(department + "-01"),
                new NewMatter(
                        kind,
                        row.get(1) + round,
                        row.get(2),
                        amount(kind, row),
                        "",
                        "",
                        "",
                        cast.body(department),
                        concerned,
                        kind != Business.PERSONNEL));
        proposed++;
    }

    private UUID candidate(LocalDate day) {
        String code = "D%02d-02".formatted(11 + Chance.of(40, "candidate", day, proposed));
        Post post = organization.postByCode(code).orElseThrow();
        return organization.holderOf(post.id(), day).orElseThrow().person();
    }

    private BigDecimal amount(Business kind, List<String> row) {
        if (!kind.hasAmount()) {
            return null;
        }
        int from = Integer.parseInt(row.get(3));
        int to = Integer.parseInt(row.get(4));
        return BigDecimal.valueOf(from + 1000L * Chance.of((to - from) / 1000, "amount", proposed));
    }

    /** In autumn one department buys three times from one firm, each time below the threshold. */
    private void split(LocalDate day) {
        if (day.getMonthValue() == 9 && day.getDayOfMonth() <= 21) {
            matters.propose(
                    cast.in("D37-01"),
                    new NewMatter(
                            Business.SPENDING,
                            "购置环卫小型设备（" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日）",
                            "购置手推清扫机和垃圾桶。",
                            new BigDecimal("186000"),
                            "",
                            "洁远环卫设备公司",
                            "",
                            cast.body("D37"),
                            Set.of(),
                            true));
        }
    }

    private void prepare(LocalDate day) {
        for (Matter matter : matters.all()) {
            if (matter instanceof Matter.Preparing && goesToCommittee(matter)) {
                matter.details().competence().steps().forEach(step -> prepare(day, matter, step));
            }
        }
    }

    private boolean goesToCommittee(Matter matter) {
        return matter.details().competence().decider().equals(cast.body("QW"));
    }

    private void prepare(LocalDate day, Matter matter, Step step) {
        UUID id = matter.id();
        Actor proposer = cast.in(organization
                        .headOf(matter.details().what().body())
                        .orElseThrow()
                        .id())
                .orElseThrow();
        Optional<Evidence> evidence = matter.details().evidence(step);
        if (evidence.isEmpty() && (step == Step.COMMENT || step == Step.LEGALITY)) {
            matters.begin(proposer, id, step);
            if (step == Step.COMMENT) {
                for (int i = 0; i < Chance.of(4, id, "comments"); i++) {
                    matters.comment(id, COMMENTS.get(Chance.of(COMMENTS.size(), id, i)));
                }
            }
        } else if (evidence.isEmpty()) {
            matters.give(proposer, id, step, true, account(step), List.of());
        } else if (evidence.get() instanceof Evidence.Begun begun) {
            int days = step == Step.COMMENT ? COMMENT_DAYS : REVIEW_DAYS;
            // The period may end on a later day where holidays lie in it: they wait a week more.
            if (begun.begunOn().plusDays(days + 1L).isBefore(day) && !holidayWithin(begun.begunOn(), day)) {
                matters.give(
                        step == Step.LEGALITY ? cast.in(REVIEWER) : proposer, id, step, true, account(step), List.of());
            }
        }
    }

    /** Spring Festival and the October holiday stretch what is counted in working days. */
    private static boolean holidayWithin(LocalDate from, LocalDate until) {
        return from.plusDays(21).isAfter(until)
                && from.datesUntil(until)
                        .anyMatch(day -> (day.getMonthValue() == 10 && day.getDayOfMonth() < 9)
                                || (day.getMonthValue() <= 2 && day.getDayOfMonth() >= 20)
                                || (day.getMonthValue() == 5 && day.getDayOfMonth() < 6));
    }

    private static String account(Step step) {
        return switch (step) {
            case RESEARCH -> "走访有关单位和群众，听取基层意见，形成调查报告。";
            case COMMENT -> "公开征求意见期满，合理意见已采纳，未采纳的说明了理由。";
            case EXPERT -> "五名专家论证，认为必要、可行，书面意见署名存档。";
            case RISK -> "评估为低风险，风险可控，已制定防范措施。";
            case LEGALITY -> "主体、权限、程序、内容合法，可以提交讨论。";
        };
    }

    private void meet(LocalDate day) {
        List<UUID> agenda = matters.all().reversed().stream()
                .filter(Matter.Preparing.class::isInstance)
                .filter(this::goesToCommittee)
                .filter(matter -> matters.missing(matter.details()).isEmpty())
                .limit(LONGEST_AGENDA)
                .map(Matter::id)
                .toList();
        if (agenda.isEmpty()) {
            return;
        }
        Actor office = cast.in(OFFICE);
        UUID id = meetings.convene(office, cast.body("QW"), day, "区委一楼会议室", agenda);
        Sitting sitting = meetings.byId(id).orElseThrow().sitting();
        for (Member member : sitting.members()) {
            if (member.principal() || Chance.of(100, day, member.post()) < 88) {
                meetings.arrive(office, id, member.post());
            }
        }
        meetings.open(office, id);
        agenda.forEach(matter -> discuss(day, office, id, matter));
        meetings.close(office, id);
        unsigned.add(id);
        agenda.forEach(matter -> followUp(day, office, matter));
    }

    private void discuss(LocalDate day, Actor office, UUID meeting, UUID matter) {
        Sitting convened = meetings.byId(meeting).orElseThrow().sitting();
        AgendaItem item = convened.item(matter);
        if (!item.quorum()
                .reachedBy(convened.voters(item).size(), convened.members().size())) {
            meetings.postpone(office, meeting, matter, "到会人数不足，留待下次会议。");
            return;
        }
        meetings.call(office, meeting, matter);
        Sitting sitting = meetings.byId(meeting).orElseThrow().sitting();
        List<Member> turns = sitting.turns(sitting.item(matter));
        boolean doubtful = Chance.of(14, matter) == 0;
        for (Member member : turns) {
            boolean last = member.equals(turns.getLast());
            int mood = Chance.of(100, matter, member.post());
            boolean against = last ? doubtful : mood < (doubtful ? 60 : 4);
            Stance stance = !against ? Stance.AGREE : mood % 2 == 0 ? Stance.DEFER : Stance.DISAGREE;
            String words = (against ? DOUBTS : SPEECHES).get(Chance.of(3, matter, member.post(), day));
            meetings.stand(cast.in(member.post()).orElseThrow(), meeting, matter, stance, words);
        }
        meetings.decide(office, meeting, matter);
    }

    private void followUp(LocalDate day, Actor office, UUID matter) {
        if (matters.byId(matter).orElseThrow() instanceof Matter.Decided decided
                && decided.outcome() == Outcome.ADOPTED
                && day.getMonthValue() <= 9) {
            UUID owner = organization
                    .headOf(decided.details().what().body())
                    .orElseThrow()
                    .id();
            matters.assign(
                    office,
                    matter,
                    owner,
                    "落实“" + decided.details().what().title() + "”",
                    day.plusDays(40 + Chance.of(50, matter)));
        }
    }

    private void sign(LocalDate day) {
        for (UUID id : List.copyOf(unsigned)) {
            Meeting meeting = meetings.byId(id).orElseThrow();
            Meeting.Minutes minutes = meeting.minutes().orElseThrow();
            for (UUID post : minutes.missing()) {
                if (!day.isBefore(meeting.heldOn().plusDays(1 + Chance.of(4, post, id)))) {
                    cast.in(post)
                            .ifPresent(
                                    member -> meetings.sign(member, id, minutes.sha256(), "", LinmoDistrict.PASSWORD));
                }
            }
            if (meetings.byId(id).orElseThrow().minutes().orElseThrow().complete()) {
                unsigned.remove(id);
            }
        }
    }
}
