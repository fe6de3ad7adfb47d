package org.shengmo.organization.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.organization.Directory;

/**
 * A portfolio that a post is in charge of.
 *
 * @param until the first day no more; null while it lasts
 */
public record InCharge(UUID holding, String portfolio, LocalDate from, LocalDate until) {

    static List<InCharge> of(Directory directory, UUID post) {
        return directory.portfoliosOf(post).reversed().stream()
                .map(each -> new InCharge(
                        each.id(),
                        directory.portfolios().stream()
                                .filter(portfolio -> portfolio.id().equals(each.portfolio()))
                                .findFirst()
                                .orElseThrow()
                                .name(),
                        each.from(),
                        each.until()))
                .toList();
    }
}
