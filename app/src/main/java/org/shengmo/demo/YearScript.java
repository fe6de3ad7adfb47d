package org.shengmo.demo;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.calendar.Calendar;
import org.shengmo.charter.Charter;
import org.shengmo.charter.CharterImport;
import org.shengmo.charter.CharterKind;
import org.shengmo.charter.Draft;
import org.shengmo.charter.Problem;
import org.shengmo.charter.Problems;
import org.shengmo.charter.Reviews;
import org.shengmo.charter.Version;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Person;
import org.shengmo.organization.Post;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What is set for the year: who does which thing on which day. A thing set for a day off is done on the next working day. */
@Component
@Profile("demo")
class YearScript {

    private static final String OFFICE = "QW-10";

    private final Cast cast;
    private final Calendar calendar;
    private final Organization organization;
    private final Charter charter;
    private final CharterImport charterImport;
    private final Reviews reviews;
    private final Problems problems;
    private final CharterTexts texts;
    private final PledgeYear pledgeYear;

    private final Map<LocalDate, List<Runnable>> days = new TreeMap<>();
    private int registered;

    YearScript(
            Cast cast,
            Calendar calendar,
            Organization organization,
            Charter charter,
            CharterImport charterImport,
            Reviews reviews,
            Problems problems,
            CharterTexts texts,
            PledgeYear pledgeYear) {
        this.cast = cast;
        this.calendar = calendar;
        this.organization = organization;
        this.charter = charter;
        this.charterImport = charterImport;
        this.reviews = reviews;
        this.problems = problems;
        this.texts = texts;
        this.pledgeYear = pledgeYear;
    }

    /** Sets everything for a year. */
    void set(int year) {
        days.clear();
        registered = 0;
        charterOf(year);
        leaveCoordinatingBodies(year);
        fillDisciplinePosts(year);
        sessions(year);
        publicEvaluation(year);
        changeOfHead(year);
        on(year, 1, 15, () -> pledgeYear.announce(year));
    }

    /** Does what is set for a day. */
    void act(LocalDate day) {
        days.getOrDefault(day, List.of()).forEach(Runnable::run);
    }

    private void on(int year, int month, int dayOfMonth, Runnable act) {
        onOrAfter(MonthDay.of(month, dayOfMonth).atYear(year), act);
    }

    private void onOrAfter(LocalDate wish, Runnable act) {
        LocalDate day = wish;
        while (!calendar.isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        days.computeIfAbsent(day, key -> new ArrayList<>()).add(act);
    }

    private void charterOf(int year) {
        on(
                year,
                1,
                6,
                () -> charterImport.run(
                        cast.in(OFFICE),
                        charterImport.export(texts.list(year), texts.plan(year), Locale.SIMPLIFIED_CHINESE),
                        false));
        on(year, 1, 7, () -> {
            circulate(CharterKind.LIST, year);
            circulate(CharterKind.PLAN, year);
        });
        // A slip in the circulated plan is put right: a new version, to be endorsed anew.
        on(year, 1, 10, () -> correctThePlan(year));
        on(year, 1, 24, () -> enforce(CharterKind.LIST, year));
        on(year, 1, 24, () -> enforce(CharterKind.PLAN, year));
    }

    private void circulate(CharterKind kind, int year) {
        UUID document = charter.document(kind, year).orElseThrow();
        Draft draft = charter.draft(document).orElseThrow();
        Version version = charter.circulate(cast.in(OFFICE), document, draft.revision());
        LocalDate first = cast.today().plusDays(1);
        for (UUID post : version.details().endorsers()) {
            onOrAfter(
                    first.plusDays(Chance.of(11, post, version.details().number())), () -> endorse(version.id(), post));
        }
    }

    private void endorse(UUID version, UUID post) {
        Version now = charter.version(version);
        if (now instanceof Version.Endorsable && !now.details().endorsedBy(post)) {
            cast.in(post)
                    .ifPresent(owner ->
                            charter.endorse(owner, version, now.details().sha256(), LinmoDistrict.PASSWORD));
        }
    }

    private void correctThePlan(int year) {
        UUID document = charter.document(CharterKind.PLAN, year).orElseThrow();
        Actor office = cast.in(OFFICE);
        Draft draft = charter.amend(office, document);
        charter.edit(office, document, draft.revision(), texts.correctedPlan(year));
        circulate(CharterKind.PLAN, year);
    }

    private void enforce(CharterKind kind, int year) {
        Version latest =
                charter.versions(charter.document(kind, year).orElseThrow()).getFirst();
        if (latest instanceof Version.Circulated) {
            charter.enforce(cast.in(OFFICE), latest.id());
        }
    }

    private void leaveCoordinatingBodies(int year) {
        int number = 0;
        for (List<String> row : Table.rows("coordinating-bodies.tsv")) {
            if (row.get(2).equals("leaves")) {
                LocalDate day = LocalDate.of(year, 3, 3).plusDays(number++);
                onOrAfter(
                        day,
                        () -> organization.leaveCoordinatingBody(
                                cast.in(OFFICE), cast.body("QJ"), cast.body(row.get(0)), cast.today()));
            }
        }
    }

    private void fillDisciplinePosts(int year) {
        int villages = 0;
        int townships = 0;
        for (List<String> row : Table.rows("townships.tsv")) {
            String township = row.get(0);
            onOrAfter(
                    LocalDate.of(year, 4, 8).plusDays(2L * townships++),
                    () -> fill(township, township + "-04", "纪委专职副书记", 4, "township.discipline.deputy"));
            for (int i = 1; i <= Integer.parseInt(row.get(2)); i++) {
                String village = "%sV%02d".formatted(township, i);
                onOrAfter(
                        LocalDate.of(year, 5, 12).plusDays(villages++ / 3),
                        () -> fill(village, village + "-02", "村务监督委员会主任", 2, "village.supervision.director"));
            }
        }
    }

    private void fill(String body, String code, String name, int rank, String kind) {
        Actor office = cast.in(OFFICE);
        Roles.Role role = Roles.of(code, false);
        Post post = organization.createPost(
                office,
                NewPost.of(
                                code,
                                name,
                                cast.body(body),
                                false,
                                rank,
                                role.reach(),
                                role.permissions().toArray(String[]::new))
                        .ofKind(kind));
        Person person = register(office);
        organization.appoint(office, person.id(), post.id(), cast.today());
    }

    private Person register(Actor office) {
        return organization.register(office, new NewPerson("N%04d".formatted(++registered), texts.name()));
    }

    private void sessions(int year) {
        String[] regular = {"03-18", "06-17", "09-16", "12-16"};
        String[] special = {"02-20", "05-22", "08-21", "11-20"};
        for (String each : regular) {
            onOrAfter(
                    MonthDay.parse("--" + each).atYear(year),
                    () -> reviews.hold(cast.in(OFFICE), cast.today(), texts.topic(), texts.decisions(), List.of()));
        }
        for (String each : special) {
            onOrAfter(
                    MonthDay.parse("--" + each).atYear(year),
                    () -> reviews.holdSpecial(
                            cast.in(OFFICE), cast.today(), texts.specialTopic(), texts.decisions(), List.of()));
        }
    }

    private void publicEvaluation(int year) {
        for (List<String> row : Table.rows("problems.tsv")) {
            Problem.Severity severity = Problem.Severity.valueOf(row.get(1));
            onOrAfter(
                    MonthDay.parse("--" + row.get(0)).atYear(year),
                    () -> problems.raise(
                            cast.in("QJ-04"),
                            new Problem.New(row.get(3), row.get(4), "公众评议", severity, cast.body(row.get(2)))));
        }
        for (int month = 4; month <= 12; month++) {
            on(year, month, 20, this::chaseWhatIsLate);
        }
    }

    private void chaseWhatIsLate() {
        for (Problem problem : problems.of(cast.today().getYear())) {
            if (problem.solution().isEmpty() && cast.today().isAfter(problem.due())) {
                problems.chase(cast.in("QJ-04"), problem.id(), "请尽快办结并书面说明原因。");
            }
        }
    }

    /** A department gets another head: what the post owes goes on to the successor by itself. */
    private void changeOfHead(int year) {
        on(year, 6, 3, () -> {
            Actor office = cast.in(OFFICE);
            Post post = organization.postByCode("D24-01").orElseThrow();
            organization.endTenure(
                    office,
                    organization.holderOf(post.id(), cast.today()).orElseThrow().id(),
                    cast.today());
            Person successor = register(office);
            organization.appoint(office, successor.id(), post.id(), cast.today());
        });
    }
}
