package org.shengmo.entitlement;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Kind;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.measurement.Measured;
import org.shengmo.measurement.MeasuredFiles;
import org.shengmo.measurement.Run;
import org.shengmo.organization.Body;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.ruler.check.Family;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Component;

/** What a run over a roster found becomes households to be told; telling them in time becomes a duty. */
@Component
class RosterFindings implements Measured {

    private final HouseholdRows rows;
    private final Organization organization;
    private final Rulebook rulebook;
    private final Duties duties;
    private final Words words;

    RosterFindings(HouseholdRows rows, Organization organization, Rulebook rulebook, Duties duties, Words words) {
        this.rows = rows;
        this.organization = organization;
        this.rulebook = rulebook;
        this.duties = duties;
        this.words = words;
    }

    @Override
    public Family family() {
        return Family.WELFARE;
    }

    @Override
    public String href(UUID run) {
        return "/entitlement/runs/" + run;
    }

    @Override
    public void finished(Run run, MeasuredFiles files) {
        Directory directory = organization.directory();
        Map<String, UUID> townships = new HashMap<>();
        for (Body body : directory.bodies()) {
            townships.putIfAbsent(body.name(), body.id());
        }
        Map<String, UUID> ids = households(run, files, townships, new Approvers(directory, files));
        members(files, ids);
        villages(run, files);
        // Who answers in another case already is not to be told again.
        int cases = rows.count(run.id());
        rows.insertReview(run.id(), cases == 0 || run.post() == null ? null : duty(run, directory, cases));
    }

    private Map<String, UUID> households(
            Run run, MeasuredFiles files, Map<String, UUID> townships, Approvers approvers) {
        Map<String, UUID> ids = new HashMap<>();
        List<Object[]> batch = new ArrayList<>();
        for (Map<String, Object> row : files.rows(HOUSEHOLDS)) {
            UUID id = UUID.randomUUID();
            String household = text(row, "household_id");
            Optional<LocalDate> approved = day(row, "approved_on");
            ids.put(household, id);
            batch.add(new Object[] {
                id,
                run.id(),
                household,
                townships.get(text(row, "township")),
                text(row, "township"),
                text(row, "village"),
                Integer.valueOf(text(row, "persons")),
                new BigDecimal(text(row, "monthly_amount")),
                new BigDecimal(text(row, "at_stake")),
                new BigDecimal(text(row, "overpaid")),
                text(row, "checks"),
                approved.map(Date::valueOf).orElse(null),
                approvers
                        .person(text(row, "approved_by"), approved.orElse(run.measuredOn()))
                        .orElse(null),
                text(row, "checks").contains("welfare-relative")
            });
        }
        rows.insert(batch);
        return ids;
    }

    private static final String HOUSEHOLDS = """
            SELECT h.household_id, coalesce(h.township, '') AS township, coalesce(h.village, '') AS village, h.persons,
              h.monthly_amount, h.at_stake, h.checks, r.approved_on, coalesce(r.approved_by, '') AS approved_by,
              coalesce(f.overpaid, 0)::DECIMAL(18, 2) AS overpaid
            FROM household_total h
            JOIN (SELECT household_id, min(try_cast(approved_on AS DATE)) AS approved_on, min(approved_by) AS approved_by
                  FROM roster GROUP BY household_id) r USING (household_id)
            LEFT JOIN (SELECT household_id, sum(try_cast(json_extract_string(facts, '$.paid_since') AS DECIMAL(18, 2))) AS overpaid
                  FROM finding GROUP BY household_id) f USING (household_id)
            ORDER BY h.household_id""";

    private void members(MeasuredFiles files, Map<String, UUID> ids) {
        boolean account = files.columns("roster").contains("account");
        List<Object[]> batch = new ArrayList<>();
        for (Map<String, Object> row :
                files.rows("""
                SELECT r.household_id, r.person_id, coalesce(r.relation, '') AS relation, coalesce(r.name, '') AS name,
                  coalesce(r.id_number, '') AS id_number, %s AS account, p.person_id IS NOT NULL AS found,
                  row_number() OVER (PARTITION BY r.household_id ORDER BY r.person_id) AS position
                FROM roster r JOIN household_total USING (household_id)
                LEFT JOIN (SELECT DISTINCT household_id, person_id FROM person_total) p
                  ON p.household_id = r.household_id AND p.person_id = r.person_id
                """.formatted(account ? "coalesce(CAST(r.account AS VARCHAR), '')" : "''"))) {
            UUID household = ids.get(text(row, "household_id"));
            batch.add(new Object[] {
                UUID.randomUUID(),
                Integer.valueOf(text(row, "position")),
                text(row, "person_id"),
                text(row, "relation"),
                text(row, "name"),
                text(row, "id_number"),
                text(row, "account"),
                Boolean.valueOf(text(row, "found")),
                household
            });
        }
        rows.insertMembers(batch);
    }

    private void villages(Run run, MeasuredFiles files) {
        rows.insertVillages(files.rows("""
                SELECT coalesce(township, '') AS township, coalesce(village, '') AS village,
                  count(DISTINCT household_id) AS households, count(*) AS persons
                FROM roster GROUP BY ALL""").stream()
                .map(row -> new Object[] {
                    run.id(),
                    text(row, "township"),
                    text(row, "village"),
                    Integer.valueOf(text(row, "households")),
                    Integer.valueOf(text(row, "persons"))
                })
                .toList());
    }

    private UUID duty(Run run, Directory directory, int households) {
        LocalDate today =
                run.askedAt().atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate();
        Ruling terms = rulebook.decide(Entitlement.TERMS_TABLE, today, Map.of("matter", "tell"));
        return duties.owe(
                Actor.CALENDAR,
                new NewDuty(
                                Kind.of("entitlement.tell"),
                                words.say(
                                        java.util.Locale.SIMPLIFIED_CHINESE,
                                        "entitlement.duty.tell",
                                        run.title(),
                                        households),
                                run.post(),
                                directory.post(run.post()).body(),
                                terms.citations().getFirst(),
                                run.asSubject(),
                                today,
                                today.plusDays(terms.integer("days")),
                                terms(terms))
                        .metAt(href(run.id())));
    }

    static DutyTerms terms(Ruling terms) {
        return DutyTerms.of(terms, Kind.of("duty.missed"));
    }

    private static String text(Map<String, Object> row, String column) {
        Object value = row.get(column);
        return value == null ? "" : value.toString();
    }

    private static Optional<LocalDate> day(Map<String, Object> row, String column) {
        return Optional.ofNullable(row.get(column)).map(Object::toString).map(LocalDate::parse);
    }

    /** Who approved: the roster names an official by identity number or post, the register of officials gives the post. */
    private static final class Approvers {
        private final Directory directory;
        private final Map<String, UUID> posts = new HashMap<>();

        Approvers(Directory directory, MeasuredFiles files) {
            this.directory = directory;
            if (files.has("officials")) {
                files.rows("SELECT id_number, coalesce(post, '') AS post, coalesce(body, '') AS body FROM officials")
                        .forEach(row -> post(text(row, "post"), text(row, "body"))
                                .ifPresent(post -> {
                                    posts.put(text(row, "id_number"), post.id());
                                    posts.put(text(row, "post"), post.id());
                                }));
            }
        }

        private Optional<Post> post(String post, String body) {
            return directory
                    .postByCode(post)
                    .or(() -> directory.posts().stream()
                            .filter(each -> each.name().equals(post)
                                    && directory.body(each.body()).name().equals(body))
                            .findFirst());
        }

        Optional<UUID> person(String approvedBy, LocalDate on) {
            return Optional.ofNullable(posts.get(approvedBy))
                    .flatMap(post -> directory.holderOf(post, on))
                    .map(Tenure::person);
        }
    }
}
