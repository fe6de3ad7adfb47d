package org.shengmo.deliberation;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;

/**
 * A matter to be decided.
 *
 * @param kind what kind of business
 * @param title in a line
 * @param text what is proposed
 * @param amount yuan; null where the kind has none
 * @param project the project it belongs to; empty for none
 * @param supplier the firm it goes to, as known; empty for none
 * @param place where; empty for none
 * @param body the body that proposes it
 * @param concerned people whom it is about, such as who is to be appointed
 * @param open whether the public may read it
 */
public record NewMatter(
        Business kind,
        String title,
        String text,
        BigDecimal amount,
        String project,
        String supplier,
        String place,
        UUID body,
        Set<UUID> concerned,
        boolean open) {

    public NewMatter {
        concerned = Set.copyOf(concerned);
    }
}
