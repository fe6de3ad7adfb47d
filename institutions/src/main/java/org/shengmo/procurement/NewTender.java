package org.shengmo.procurement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A tender to be published.
 *
 * @param saleUntil the last day on which the documents are given out
 * @param deadline until when bids are received
 * @param bidDeposit yuan
 * @param performanceShare share of the contract's amount, such as 0.10
 * @param members of the committee; 0 for quotes
 * @param experts of them drawn; 0 for quotes
 * @param specialty from which list the experts are drawn; empty for quotes
 */
public record NewTender(
        Method method,
        LocalDate saleUntil,
        Instant deadline,
        BigDecimal bidDeposit,
        BigDecimal performanceShare,
        int members,
        int experts,
        String specialty) {}
