package org.shengmo.entitlement.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shengmo.entitlement.Household;
import org.shengmo.measurement.TableRow;
import org.shengmo.ruler.check.Check;
import org.shengmo.wording.Status;
import org.shengmo.wording.Text;

/**
 * A household as its pages show it.
 *
 * @param checks the names of the checks that found something
 */
public record HouseholdView(Household household, Status status, String checks) {

    static HouseholdView of(Household household, LocalDate today, Locale language) {
        return new HouseholdView(
                household,
                status(household, today),
                household.details().checks().stream()
                        .map(id -> TableRow.check(id)
                                .map((Check check) -> check.title(language))
                                .orElse(id))
                        .collect(Collectors.joining(language.getLanguage().equals("en") ? ", " : "、")));
    }

    private static Status status(Household household, LocalDate today) {
        return switch (household) {
            case Household.Found found -> Status.due("entitlement.state.found");
            case Household.Told told ->
                Status.plain("entitlement.state.told", told.batch().replyUntil());
            case Household.Heard heard ->
                today.isAfter(heard.batch().decideUntil())
                        ? Status.late("entitlement.state.heard", heard.batch().decideUntil())
                        : Status.due("entitlement.state.heard", heard.batch().decideUntil());
            case Household.Decided decided ->
                Status.done("entitlement.state." + decided.decision().outcome().code());
        };
    }

    /** The state without its date, for filters. */
    public Text state() {
        return switch (household) {
            case Household.Found found -> Text.of("entitlement.filter.found");
            case Household.Told told -> Text.of("entitlement.filter.told");
            case Household.Heard heard -> Text.of("entitlement.filter.heard");
            case Household.Decided decided ->
                Text.of("entitlement.state." + decided.decision().outcome().code());
        };
    }

    /** Its page. */
    public String href() {
        return "/entitlement/households/" + household.id();
    }

    /** Yuan a month after the decision; null before. */
    public BigDecimal after() {
        return decision().map(Household.Decision::amountAfter).orElse(null);
    }

    /** The decision, once there is one. */
    public Optional<Household.Decision> decision() {
        return household instanceof Household.Decided decided ? Optional.of(decided.decision()) : Optional.empty();
    }

    /** What it said, once its time has passed or it answered. */
    public Optional<Household.Hearing> hearing() {
        return switch (household) {
            case Household.Heard heard -> Optional.of(heard.hearing());
            case Household.Decided decided -> decided.hearing();
            default -> Optional.empty();
        };
    }

    /** The batch it was told in, while it waits. */
    public Optional<Household.Batch> batch() {
        return switch (household) {
            case Household.Told told -> Optional.of(told.batch());
            case Household.Heard heard -> Optional.of(heard.batch());
            default -> Optional.empty();
        };
    }
}
