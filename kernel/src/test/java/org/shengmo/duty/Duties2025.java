package org.shengmo.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Verification;

/** Duties for tests. */
public final class Duties2025 {

    public static final Citation CLAUSE =
            new Citation("sample-measures", "示例办法", "3", LocalDate.of(2020, 1, 1), Verification.UNVERIFIED);

    /** Reminded 7 and 1 days before, up the line after 1 and 5 days, a finding after 10. */
    public static final DutyTerms TERMS =
            new DutyTerms(List.of(7, 1), List.of(1, 5), 10, Kind.of("duty.missed"), "sample-terms");

    private Duties2025() {}

    static DutyDetails details(LocalDate due, DutyTerms terms) {
        return new DutyDetails(
                UUID.randomUUID(),
                Kind.of("sample.return"),
                "报送季度报告",
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                CLAUSE,
                new Subject("sample", UUID.randomUUID()),
                due.minusDays(90),
                due,
                due,
                terms,
                null);
    }

    /** A quarterly return owed by a post from the first of April 2025, due on a day. */
    public static NewDuty quarterlyReturn(UUID owner, UUID creditor, LocalDate due) {
        return new NewDuty(
                Kind.of("sample.return"),
                "报送季度报告",
                owner,
                creditor,
                CLAUSE,
                new Subject("sample", UUID.randomUUID()),
                LocalDate.of(2025, 4, 1),
                due,
                TERMS);
    }
}
