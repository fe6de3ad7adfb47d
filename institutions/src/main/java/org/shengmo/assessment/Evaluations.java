package org.shengmo.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shengmo.organization.Directory;
import org.shengmo.workbook.CellForm;
import org.shengmo.workbook.Layout;
import org.shengmo.workbook.Reading;
import org.shengmo.workbook.Row;
import org.shengmo.workbook.Workbooks;

/** The workbook that brings in what public evaluation came to. */
public final class Evaluations {

    private static final String SHEET = "evaluation";
    private static final String SUBJECT = "subject";
    private static final String INDICATOR = "indicator";
    private static final String RESPONDENTS = "respondents";
    private static final String SCORE = "score";

    /** Its layout. */
    public static final Layout LAYOUT = Layout.of(Layout.Sheet.of(
            SHEET,
            "公众评议",
            "Public evaluation",
            Layout.Column.required(SUBJECT, "对象编码", "Subject code", new CellForm.Text(64)),
            Layout.Column.required(INDICATOR, "指标编码", "Indicator code", new CellForm.Text(64)),
            Layout.Column.required(RESPONDENTS, "参评人数", "Respondents", new CellForm.WholeNumber(1, 10_000_000)),
            Layout.Column.required(SCORE, "得分", "Score", new CellForm.DecimalNumber(4))));

    private Evaluations() {}

    /** A line that was read. */
    record Line(UUID subject, String indicator, int respondents, java.math.BigDecimal score) {}

    /** @throws org.shengmo.wording.Invalid with every fault, by cell */
    static List<Line> read(byte[] workbook, Scheme scheme, List<Round.Assessed> subjects, Directory directory) {
        Reading reading = Workbooks.read(workbook, LAYOUT);
        Map<String, Round.Assessed> known = new HashMap<>();
        for (Round.Assessed each : subjects) {
            known.put(code(each, directory), each);
        }
        Set<String> seen = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (Row row : reading.rows(SHEET)) {
            Round.Assessed subject = known.get(row.text(SUBJECT));
            if (subject == null) {
                reading.fault(row, SUBJECT, "assessment.fault.evaluation.subject", row.text(SUBJECT));
                continue;
            }
            boolean evaluated = scheme.indicators().stream()
                    .anyMatch(each -> each.code().equals(row.text(INDICATOR))
                            && each.source() == Scheme.Source.EVALUATED
                            && each.points(subject.subjectClass()).signum() > 0);
            if (!evaluated) {
                reading.fault(row, INDICATOR, "assessment.fault.evaluation.indicator", row.text(INDICATOR));
            } else if (!seen.add(row.text(SUBJECT) + " " + row.text(INDICATOR))) {
                reading.fault(row, SUBJECT, "assessment.fault.evaluation.twice", row.text(SUBJECT));
            } else if (row.decimal(SCORE).signum() < 0
                    || row.decimal(SCORE).compareTo(java.math.BigDecimal.valueOf(100)) > 0) {
                reading.fault(row, SCORE, "assessment.fault.mark");
            } else {
                lines.add(new Line(
                        subject.subject().id(),
                        row.text(INDICATOR),
                        (int) row.wholeNumber(RESPONDENTS),
                        row.decimal(SCORE)));
            }
        }
        reading.faultless();
        return lines;
    }

    private static String code(Round.Assessed assessed, Directory directory) {
        UUID id = assessed.subject().id();
        return assessed.subject().type().equals("body")
                ? directory.body(id).code()
                : directory.person(id).code();
    }
}
