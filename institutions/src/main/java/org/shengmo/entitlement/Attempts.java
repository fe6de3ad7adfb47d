package org.shengmo.entitlement;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts wrong codes, whatever becomes of the request that brought one. */
@Component
class Attempts {

    private final HouseholdRows rows;

    Attempts(HouseholdRows rows) {
        this.rows = rows;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(UUID household, LocalDate day) {
        rows.failed(household, day);
    }
}
