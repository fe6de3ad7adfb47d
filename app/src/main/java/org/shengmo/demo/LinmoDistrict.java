package org.shengmo.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Accounts;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.shengmo.portal.Days;
import org.shengmo.wording.Text;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/** The fictional district of Linmo (临墨区) and its year. */
@Service
@Profile("demo")
class LinmoDistrict implements DemoDistrict {

    /** Every demonstration account's password; {@code serve} refuses to start while an account has it. */
    static final String PASSWORD = "shengmo-demo";

    private static final Map<String, String> SHOWN = new LinkedHashMap<>();

    static {
        SHOWN.put("D13-01", "区教育局主要负责人");
        SHOWN.put("QW-01", "区委书记");
        SHOWN.put("QJ-01", "区纪委书记");
        SHOWN.put("QJ-02", "区纪委副书记");
        SHOWN.put("D17-02", "区民政局班子成员");
        SHOWN.put("QW-10", "区委办公室主任");
        SHOWN.put("QW-09", "常务副区长");
        SHOWN.put("D08-02", "区信访局班子成员");
        SHOWN.put("D25-02", "区水利局班子成员");
        SHOWN.put("T01-01", "南桥镇党委书记");
    }

    private final Founding founding;
    private final Organization organization;
    private final Accounts accounts;
    private final YearScript script;
    private final Conduct conduct;
    private final PledgeYear pledgeYear;
    private final DeliberationYear deliberationYear;
    private final EntitlementYear entitlementYear;
    private final CompensationYear compensationYear;
    private final PowerYear powerYear;
    private final RectificationYear petitionYear;
    private final DisclosureYear disclosureYear;
    private final DisciplineYear disciplineYear;
    private final ProcurementYear procurementYear;
    private final SupervisionYear supervisionYear;
    private final AssessmentYear assessmentYear;
    private final ObservationYear observationYear;
    private final Days days;

    LinmoDistrict(
            Founding founding,
            Organization organization,
            Accounts accounts,
            YearScript script,
            Conduct conduct,
            PledgeYear pledgeYear,
            DeliberationYear deliberationYear,
            EntitlementYear entitlementYear,
            CompensationYear compensationYear,
            PowerYear powerYear,
            RectificationYear petitionYear,
            DisclosureYear disclosureYear,
            DisciplineYear disciplineYear,
            ProcurementYear procurementYear,
            SupervisionYear supervisionYear,
            AssessmentYear assessmentYear,
            ObservationYear observationYear,
            Days days) {
        this.founding = founding;
        this.organization = organization;
        this.accounts = accounts;
        this.script = script;
        this.conduct = conduct;
        this.pledgeYear = pledgeYear;
        this.deliberationYear = deliberationYear;
        this.entitlementYear = entitlementYear;
        this.compensationYear = compensationYear;
        this.powerYear = powerYear;
        this.petitionYear = petitionYear;
        this.disclosureYear = disclosureYear;
        this.disciplineYear = disciplineYear;
        this.procurementYear = procurementYear;
        this.supervisionYear = supervisionYear;
        this.assessmentYear = assessmentYear;
        this.observationYear = observationYear;
        this.days = days;
    }

    @Override
    public void replay(DemoClock clock, ReplayProgress progress) {
        int year = LocalDate.now(clock).getYear();
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        progress.begun(first, last);
        founding.found();
        accounts.createForDemonstration(Roles.installer(), logins(first), PASSWORD);
        powerYear.list(first);
        script.set(year);
        petitionYear.begin(year);
        entitlementYear.set(year);
        compensationYear.set(year);
        disciplineYear.set(year);
        procurementYear.set(year);
        supervisionYear.set(year);
        assessmentYear.set(year);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            clock.standAt(day, LocalTime.of(1, 0));
            days.run(day);
            if (conduct.atWork(day)) {
                clock.standAt(day, LocalTime.of(9, 30));
                script.act(day);
                clock.standAt(day, LocalTime.of(15, 0));
                conduct.work(day);
                pledgeYear.work(day);
                deliberationYear.work(day);
                entitlementYear.work(day);
                compensationYear.work(day);
                powerYear.work(day);
                petitionYear.work(day);
                disclosureYear.work(day);
                disciplineYear.work(day);
                procurementYear.work(day);
                assessmentYear.work(day);
                supervisionYear.work(day);
                observationYear.work(day);
            }
            clock.standAt(day, LocalTime.of(20, 0));
            petitionYear.receive(day);
            progress.reached(day);
        }
        clock.standAt(last.plusDays(1), LocalTime.of(9, 0));
    }

    /** Everyone with a post in a leading body gets an account, whose login is the post's code. */
    private Map<UUID, String> logins(LocalDate on) {
        Map<UUID, String> logins = new HashMap<>();
        for (Post post : organization.posts()) {
            if (!post.code().contains("V")) {
                organization
                        .holderOf(post.id(), on)
                        .map(Tenure::person)
                        .ifPresent(
                                person -> logins.putIfAbsent(person, post.code().toLowerCase(Locale.ROOT)));
            }
        }
        return logins;
    }

    /** Known before the district is founded: the console names them while the replay still runs. */
    @Override
    public List<DemoSignIn> signIns() {
        return SHOWN.entrySet().stream()
                .map(each -> {
                    String login = each.getKey().toLowerCase(Locale.ROOT);
                    return new DemoSignIn(login, PASSWORD, each.getValue(), Text.of("demo.shows." + login));
                })
                .toList();
    }
}
