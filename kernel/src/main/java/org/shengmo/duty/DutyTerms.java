package org.shengmo.duty;

import java.util.List;
import org.shengmo.docket.Kind;
import org.shengmo.rulebook.Ruling;

/**
 * What happens around a duty's due date. The institution takes them from its own decision table.
 *
 * @param remindDaysBefore days before the due date on which the owner is reminded
 * @param escalateDaysAfter days after the due date on which it goes up the line: the first to the owner's superior, the
 *     second to that one's superior, and so on
 * @param graceDays days after the due date on which it can still be met without becoming a finding
 * @param findingKind the kind of finding that it becomes after that
 * @param table the decision table these terms were taken from, for the reader
 */
public record DutyTerms(
        List<Integer> remindDaysBefore,
        List<Integer> escalateDaysAfter,
        int graceDays,
        Kind findingKind,
        String table) {

    public DutyTerms {
        remindDaysBefore = List.copyOf(remindDaysBefore);
        escalateDaysAfter = List.copyOf(escalateDaysAfter);
        if (graceDays < 0
                || remindDaysBefore.stream().anyMatch(days -> days < 0)
                || escalateDaysAfter.stream().anyMatch(days -> days < 1)) {
            throw new IllegalArgumentException("days before and after a due date are counted forwards");
        }
    }

    /**
     * The terms in the columns {@code remindDaysBefore}, {@code escalateDaysAfter} and {@code graceDays} of a ruling.
     *
     * @param findingKind the kind of finding that the duty becomes when its grace is over
     */
    public static DutyTerms of(Ruling ruling, Kind findingKind) {
        return new DutyTerms(
                ruling.integers("remindDaysBefore"),
                ruling.integers("escalateDaysAfter"),
                ruling.integer("graceDays"),
                findingKind,
                ruling.table());
    }

    /** How many days before the due date the reminder period begins; none: 0. */
    public int reminderPeriod() {
        return remindDaysBefore.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
