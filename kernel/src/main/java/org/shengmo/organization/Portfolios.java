package org.shengmo.organization;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Portfolios, what they cover and who is in charge of them, in memory. */
final class Portfolios {

    static final Portfolios NONE = new Portfolios(Map.of(), Map.of(), Map.of());

    /** A body's time under a portfolio. */
    record Coverage(UUID id, UUID portfolio, UUID body, LocalDate from, LocalDate until) {
        boolean holdsOn(LocalDate day) {
            return Days.hold(from, until, day);
        }
    }

    final Map<UUID, Portfolio> byId;
    final Map<UUID, PortfolioHolding> holdings;
    final Map<String, Portfolio> byCode = new HashMap<>();
    final List<Portfolio> all;

    private final Map<UUID, Coverage> coverage;
    private final Map<UUID, List<Coverage>> byBody;
    private final Map<UUID, List<Coverage>> byPortfolio;
    private final Map<UUID, List<PortfolioHolding>> held;
    private final Map<UUID, List<PortfolioHolding>> byPost;

    private Portfolios(Map<UUID, Portfolio> rows, Map<UUID, Coverage> coverage, Map<UUID, PortfolioHolding> holdings) {
        byId = rows;
        this.coverage = coverage;
        this.holdings = holdings;
        rows.values().forEach(portfolio -> byCode.put(portfolio.code(), portfolio));
        all = rows.values().stream()
                .sorted(Comparator.comparing(Portfolio::code))
                .toList();
        byBody = Rows.group(coverage.values(), Coverage::body, Comparator.comparing(Coverage::from));
        byPortfolio = Rows.group(coverage.values(), Coverage::portfolio, Comparator.comparing(Coverage::from));
        held = Rows.group(holdings.values(), PortfolioHolding::portfolio, Comparator.comparing(PortfolioHolding::from));
        byPost = Rows.group(holdings.values(), PortfolioHolding::post, Comparator.comparing(PortfolioHolding::from));
    }

    Portfolios with(List<Portfolio> changed, List<Coverage> covered, List<PortfolioHolding> assigned) {
        return new Portfolios(
                Rows.merge(byId, changed, Portfolio::id),
                Rows.merge(coverage, covered, Coverage::id),
                Rows.merge(holdings, assigned, PortfolioHolding::id));
    }

    List<Coverage> covering(UUID body) {
        return byBody.getOrDefault(body, List.of());
    }

    List<UUID> coveredBy(UUID portfolio, LocalDate on) {
        return byPortfolio.getOrDefault(portfolio, List.of()).stream()
                .filter(each -> each.holdsOn(on))
                .map(Coverage::body)
                .toList();
    }

    List<Portfolio> over(UUID body, LocalDate on) {
        return covering(body).stream()
                .filter(each -> each.holdsOn(on))
                .map(each -> byId.get(each.portfolio()))
                .sorted(Comparator.comparing(Portfolio::code))
                .toList();
    }

    List<PortfolioHolding> held(UUID portfolio) {
        return held.getOrDefault(portfolio, List.of());
    }

    List<PortfolioHolding> of(UUID post) {
        return byPost.getOrDefault(post, List.of());
    }

    Optional<UUID> postInCharge(UUID portfolio, LocalDate on) {
        return held(portfolio).stream()
                .filter(each -> each.holdsOn(on))
                .map(PortfolioHolding::post)
                .findFirst();
    }
}
