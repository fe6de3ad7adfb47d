package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.shengmo.access.Actor;
import org.shengmo.access.Searchable;
import org.shengmo.duty.Duties;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Finds responsibilities, tasks of the plan, problems and filed reports, each only for who may read it. */
@Component
class CharterSearch implements Searchable {

    private static final int YEARS = 3;

    private final CharterRows charter;
    private final ProblemRows problems;
    private final ReportRows reports;
    private final Readers readers;
    private final Presence presence;
    private final Duties duties;

    CharterSearch(
            CharterRows charter,
            ProblemRows problems,
            ReportRows reports,
            Readers readers,
            Presence presence,
            Duties duties) {
        this.charter = charter;
        this.problems = problems;
        this.reports = reports;
        this.readers = readers;
        this.presence = presence;
        this.duties = duties;
    }

    @Override
    public String key() {
        return "charter.search";
    }

    @Override
    public List<Hit> search(Actor reader, String words, int limit) {
        if (reader.person() == null) {
            return List.of();
        }
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return Stream.of(parts(wanted), problems(reader, wanted), reports(reader, wanted))
                .flatMap(found -> found)
                .limit(limit)
                .toList();
    }

    private Stream<Hit> parts(String wanted) {
        LocalDate today = presence.today();
        return charter.years().stream()
                .limit(YEARS)
                .flatMap(year -> Stream.of(CharterKind.PLAN, CharterKind.LIST)
                        .flatMap(kind -> charter.inForce(kind, year, today).stream()))
                .map(version -> version.details().text())
                .flatMap(text -> switch (text) {
                    case AnnualPlan plan -> subItems(plan, wanted);
                    case ResponsibilityList list -> responsibilities(list, wanted);
                });
    }

    private static Stream<Hit> subItems(AnnualPlan plan, String wanted) {
        return plan.subItems().stream()
                .filter(each -> matches(
                        wanted,
                        each.code() + " " + each.title(),
                        each.measure(),
                        each.owner().name(),
                        each.leadUnit().name()))
                .map(each -> new Hit(
                        each.code() + " " + each.title(),
                        Text.of(
                                "charter.search.sub-item",
                                Integer.toString(plan.year()),
                                each.owner().name()),
                        "/plan?year=" + plan.year() + "#part-" + each.code()));
    }

    private static Stream<Hit> responsibilities(ResponsibilityList list, String wanted) {
        return list.responsibilities().stream()
                .filter(each -> matches(wanted, each.code() + " " + each.title(), each.text()))
                .map(each -> new Hit(
                        each.code() + " " + each.title(),
                        Text.of("charter.search.responsibility", Integer.toString(list.year())),
                        "/charter?year=" + list.year() + "#part-" + each.code()));
    }

    private Stream<Hit> problems(Actor reader, String wanted) {
        return problems.years().stream()
                .limit(YEARS)
                .flatMap(year -> problems.of(year).stream())
                .filter(problem -> matches(wanted, problem.title(), problem.text()))
                .filter(problem -> readers.problem(reader, problem))
                .map(problem -> new Hit(
                        problem.title(), Text.of("charter.search.problem"), "/charter/problems/" + problem.id()));
    }

    private Stream<Hit> reports(Actor reader, String wanted) {
        return reports.saying(wanted).stream()
                .filter(report -> readers.report(reader, report.owed()))
                .map(report -> new Hit(
                        duties.duty(report.owed().duty()).details().title(),
                        Text.of("charter.search.report"),
                        "/charter/reports/" + report.owed().id()));
    }

    private static boolean matches(String wanted, String... texts) {
        return Stream.of(texts).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
