package org.shengmo.discipline;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A decision on a case.
 *
 * @param administrative null: none
 * @param months how long it lasts; 0 for none and for a dismissal
 * @param party null: none
 * @param transferred whether the person is handed to the judiciary
 * @param form the form it belongs to: {@code none}, {@code first} … {@code fourth}
 */
public record SanctionDecision(
        AdministrativeSanction administrative,
        int months,
        PartySanction party,
        boolean transferred,
        String form,
        String reasons,
        LocalDate on,
        UUID by,
        UUID post) {

    /** {@code none}, {@code light} or {@code heavy}. */
    public String weight() {
        if ((administrative != null && administrative.heavy()) || (party != null && party.heavy())) {
            return "heavy";
        }
        return administrative == null && party == null ? "none" : "light";
    }
}
