package org.shengmo.organization;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.wording.Refusal;

/** A rule on who may be in charge of what; every bean is asked before a portfolio changes hands or covers another body. */
public interface PortfolioRule {

    /** Why a post may not be in charge of a portfolio on a day; empty where it may. */
    Optional<Refusal> refuses(Directory directory, UUID post, Portfolio portfolio, LocalDate on);
}
