package org.shengmo.discipline;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What several breaches come to together: the gravest sanction alone is carried out; of several equal ones up to removal the
 * period may be set between one of them and their sum, never above 48 months (政务处分法 art. 15).
 *
 * @param sanction the gravest
 * @param shortest months that it lasts at least; 0 for one without a period
 * @param longest months that it may last at most
 */
record JoinedSanction(AdministrativeSanction sanction, int shortest, int longest) {

    /** The longest that joined sanctions may last. */
    static final int CAP = 48;

    /**
     * Joins.
     *
     * @param each one sanction a breach; nulls stand for breaches without one
     * @param months the period of a single sanction by the rule table; not asked for a dismissal
     * @return empty where no breach brings one
     */
    static Optional<JoinedSanction> of(
            Collection<AdministrativeSanction> each, ToIntFunction<AdministrativeSanction> months) {
        List<AdministrativeSanction> given =
                each.stream().filter(Objects::nonNull).toList();
        return given.stream().max(Comparator.naturalOrder()).map(gravest -> {
            if (gravest == AdministrativeSanction.DISMISSAL) {
                return new JoinedSanction(gravest, 0, 0);
            }
            int one = months.applyAsInt(gravest);
            long equal = given.stream().filter(gravest::equals).count();
            return new JoinedSanction(gravest, one, (int) Math.min(CAP, one * equal));
        });
    }

    /** Whether the sanction may last so many months. */
    boolean allows(int months) {
        return months >= shortest && months <= longest;
    }
}
