package org.shengmo.consequence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shengmo.access.Permission;
import org.shengmo.calendar.Calendar;
import org.shengmo.calendar.StatutoryPeriod;
import org.shengmo.rulebook.DecisionTable;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** What the rule tables say about measures. */
@Component
class ConsequenceRules {

    private static final String APPEAL_TABLE = "consequence-appeal";
    private static final String WINDOW_TABLE = "consequence-window";
    private static final String DISTRICT = "accountability-measures";

    private final Rulebook rulebook;
    private final Calendar calendar;

    ConsequenceRules(Rulebook rulebook, Calendar calendar) {
        this.rulebook = rulebook;
        this.calendar = calendar;
    }

    /** A measure to be proposed, with the clause of its row. */
    record ProposedMeasure(Measure measure, Citation clause) {}

    /** Who decides: the permission it takes, and the clause. */
    record Competence(Permission permission, Citation clause) {}

    /** What is to be done after the decision: within so many days, by the superior or by who bears the measure. */
    record Execution(int days, boolean bySuperior, Citation clause) {}

    /** How an appeal goes. */
    record AppealTerms(LocalDate until, int decideMonths, boolean suspends, Citation clause) {}

    List<ProposedMeasure> measures(String subject, String gravity, int repeat, String rank, LocalDate on) {
        Ruling ruling = rulebook.decide(
                Consequences.MEASURES_TABLE,
                on,
                Map.of("subject", subject, "gravity", gravity, "repeat", repeat, "rank", rank));
        DecisionTable table = rulebook.table(Consequences.MEASURES_TABLE, on).orElseThrow();
        List<ProposedMeasure> measures = new ArrayList<>();
        for (int i = 0; i < ruling.outputs().size(); i++) {
            String clause = table.rows().get(ruling.rows().get(i) - 1).clauses().getFirst();
            measures.add(new ProposedMeasure(
                    Measure.of((String) ruling.outputs().get(i).get("measure")), cite(clause, on)));
        }
        return measures;
    }

    private Citation cite(String clause, LocalDate on) {
        int split = clause.indexOf('#');
        return rulebook.cite(clause.substring(0, split), clause.substring(split + 1), on);
    }

    Competence competence(Measure measure, String rank, LocalDate on) {
        Ruling ruling =
                rulebook.decide(Consequences.COMPETENCE_TABLE, on, Map.of("measure", measure.code(), "rank", rank));
        return new Competence(
                Permission.of(ruling.text("permission")), ruling.citations().getFirst());
    }

    /** The measure as it is imposed on a day; refused where the measure is not for such a subject. */
    Effect effect(Measure measure, String subject, LocalDate from) {
        Ruling ruling = effectRuling(measure, subject, from);
        Optional<EffectPeriod> period = switch (ruling.text("end")) {
            case "months" -> Optional.of(EffectPeriods.months(from, ruling.integer("months")));
            case "year-end" -> Optional.of(EffectPeriods.toYearEnd(from));
            default -> Optional.empty();
        };
        AppealTerms appeal = appeal(measure, from);
        return new Effect(
                measure,
                period,
                bars(ruling.text("bars")),
                ruling.citations().getFirst(),
                appeal.until(),
                appeal.clause());
    }

    private static List<String> bars(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    private Ruling effectRuling(Measure measure, String subject, LocalDate on) {
        Ruling ruling =
                rulebook.decide(Consequences.EFFECT_TABLE, on, Map.of("measure", measure.code(), "subject", subject));
        if (ruling.isSilent()) {
            throw Refusal.of(
                            "consequence.measure-not-for",
                            Text.of("consequence.measure." + measure.code()),
                            Text.of("consequence.subject." + subject))
                    .under(List.of(rulebook.cite(DISTRICT, "9", on)))
                    .refused();
        }
        return ruling;
    }

    Optional<Execution> execution(Measure measure, String subject, LocalDate on) {
        Ruling ruling = effectRuling(measure, subject, on);
        return ruling.text("executor").equals("none")
                ? Optional.empty()
                : Optional.of(new Execution(
                        ruling.integer("days"),
                        ruling.text("executor").equals("superior"),
                        ruling.citations().getLast()));
    }

    AppealTerms appeal(Measure measure, LocalDate decided) {
        Ruling ruling = rulebook.decide(APPEAL_TABLE, decided, Map.of("measure", measure.code()));
        return new AppealTerms(
                StatutoryPeriod.months(ruling.integer("months")).dueDate(decided, calendar),
                ruling.integer("decideMonths"),
                ruling.truth("suspends"),
                ruling.citations().getFirst());
    }

    /** The last day for deciding an appeal. */
    LocalDate decideBy(AppealTerms terms, LocalDate appealed) {
        return StatutoryPeriod.months(terms.decideMonths()).dueDate(appealed, calendar);
    }

    int windowMonths(String subject, LocalDate on) {
        return rulebook.decide(WINDOW_TABLE, on, Map.of("subject", subject)).integer("months");
    }

    /** No fact is punished twice. */
    List<Citation> oneFactOnce(LocalDate on) {
        return List.of(rulebook.cite(DISTRICT, "6", on), rulebook.cite("public-officials-sanctions-law", "16", on));
    }

    /** An appeal never makes matters worse, and is not decided by who took the decision. */
    Citation appealRule(LocalDate on) {
        return rulebook.cite(DISTRICT, "10", on);
    }

    /** Nobody decides their own matter. */
    Citation recusal(LocalDate on) {
        return rulebook.cite(DISTRICT, "5", on);
    }
}
