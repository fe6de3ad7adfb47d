package org.shengmo.compensation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Kind;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.measurement.Measured;
import org.shengmo.measurement.MeasuredFiles;
import org.shengmo.measurement.Run;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.ruler.check.Family;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Component;

/** What a run over parcels and structures found becomes deviations; closing them in time becomes a duty. */
@Component
class ParcelFindings implements Measured {

    private static final String DEVIATIONS = """
            SELECT subject_kind AS item, subject AS line, coalesce(any_value(township), '') AS township,
              coalesce(any_value(village), '') AS village, string_agg(DISTINCT finding, ' ' ORDER BY finding) AS findings,
              max(try_cast(json_extract_string(facts, '$.area') AS DECIMAL(18, 4))) AS area,
              max(try_cast(json_extract_string(facts, '$.paid') AS DECIMAL(18, 2))) AS paid,
              max(try_cast(json_extract_string(facts, '$.computed') AS DECIMAL(18, 2))) AS computed,
              max(try_cast(json_extract_string(facts, '$.usual') AS DECIMAL(18, 2))) AS usual
            FROM finding GROUP BY ALL ORDER BY item, line""";

    private final DeviationRows rows;
    private final Organization organization;
    private final Rulebook rulebook;
    private final Duties duties;
    private final Words words;

    ParcelFindings(DeviationRows rows, Organization organization, Rulebook rulebook, Duties duties, Words words) {
        this.rows = rows;
        this.organization = organization;
        this.rulebook = rulebook;
        this.duties = duties;
        this.words = words;
    }

    @Override
    public Family family() {
        return Family.COMPENSATION;
    }

    @Override
    public String href(UUID run) {
        return "/compensation/runs/" + run;
    }

    @Override
    public void finished(Run run, MeasuredFiles files) {
        List<Object[]> deviations = new ArrayList<>();
        for (Map<String, Object> row : files.rows(DEVIATIONS)) {
            deviations.add(new Object[] {
                UUID.randomUUID(),
                run.id(),
                row.get("item"),
                row.get("line"),
                row.get("township"),
                row.get("village"),
                row.get("findings"),
                row.get("area") == null ? BigDecimal.ZERO : row.get("area"),
                row.get("paid"),
                row.get("computed"),
                row.get("usual")
            });
        }
        rows.insert(deviations);
        villages(run, files);
        rows.insertReview(run.id(), deviations.isEmpty() || run.post() == null ? null : duty(run, deviations.size()));
    }

    private void villages(Run run, MeasuredFiles files) {
        String lines = java.util.stream.Stream.of("parcels", "structures")
                .filter(files::has)
                .map(register -> "SELECT township, village, try_cast(paid AS DECIMAL(18, 2)) AS paid FROM " + register)
                .collect(java.util.stream.Collectors.joining(" UNION ALL "));
        rows.insertVillages(files
                .rows(
                        "SELECT coalesce(township, '') AS township, coalesce(village, '') AS village, count(*)::INTEGER AS lines,"
                                + " coalesce(sum(paid), 0)::DECIMAL(18, 2) AS paid FROM (" + lines + ") GROUP BY ALL")
                .stream()
                .map(row -> new Object[] {
                    run.id(), row.get("township"), row.get("village"), row.get("lines"), row.get("paid")
                })
                .toList());
    }

    private UUID duty(Run run, int deviations) {
        var today = run.askedAt().atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate();
        Ruling terms =
                rulebook.decide(Compensation.TERMS_TABLE, today, Map.of("deviations", BigDecimal.valueOf(deviations)));
        return duties.owe(
                Actor.CALENDAR,
                new NewDuty(
                                Kind.of("compensation.explain"),
                                words.say(
                                        Locale.SIMPLIFIED_CHINESE,
                                        "compensation.duty.explain",
                                        run.title(),
                                        deviations),
                                run.post(),
                                organization.post(run.post()).body(),
                                terms.citations().getFirst(),
                                run.asSubject(),
                                today,
                                today.plusDays(terms.integer("days")),
                                DutyTerms.of(terms, Kind.of("duty.missed")))
                        .metAt(href(run.id())));
    }
}
