package org.shengmo.separation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Kinship;
import org.shengmo.organization.Kinships;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Portfolio;
import org.shengmo.organization.PortfolioHolding;
import org.shengmo.organization.PortfolioRule;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The rules of portfolios, asked on every change and over everything that stands. */
@Service
class PortfolioSeparation implements PortfolioRule, Separation {

    private static final String CIVIL_SERVANTS = "civil-servants-law";
    private static final String KINSHIP = "74";
    private static final String MEASURES = "district-portfolio-measures";
    private static final String NOT_VACANT = "4";

    private final Rulebook rulebook;
    private final Kinships kinships;
    private final ObjectProvider<Organization> organization;

    /** The organization asks this rule, so this asks for the organization when it needs it. */
    PortfolioSeparation(Rulebook rulebook, Kinships kinships, ObjectProvider<Organization> organization) {
        this.rulebook = rulebook;
        this.kinships = kinships;
        this.organization = organization;
    }

    @Override
    public Optional<Refusal> refuses(Directory directory, UUID post, Portfolio portfolio, LocalDate on) {
        return standingAllows(directory, post, portfolio, on).or(() -> noRelativeUnder(directory, post, portfolio, on));
    }

    /** The principal is in charge of none of five; the discipline secretary of nothing. */
    private Optional<Refusal> standingAllows(Directory directory, UUID post, Portfolio portfolio, LocalDate on) {
        String standing = standing(directory, post, on);
        Ruling ruling = rulebook.decide(TABLE, on, Map.of("standing", standing, "portfolio", portfolio.code()));
        return ruling.truth("allowed")
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                "separation.refused." + standing,
                                directory.post(post).name(),
                                portfolio.name())
                        .under(ruling.citations()));
    }

    /** Nobody is in charge of a body in which a relative holds a post. */
    private Optional<Refusal> noRelativeUnder(Directory directory, UUID post, Portfolio portfolio, LocalDate on) {
        Set<UUID> covered =
                directory.coveredBy(portfolio.id(), on).stream().map(Body::id).collect(Collectors.toSet());
        for (Tenure holder : directory.holdersOf(post, on)) {
            for (Kinship kinship : kinships.of(holder.person(), on)) {
                for (Tenure tenure : directory.tenuresOf(kinship.relative(), on)) {
                    Post held = directory.post(tenure.post());
                    if (covered.contains(held.body())) {
                        return Optional.of(Refusal.of(
                                        "separation.refused.relative",
                                        directory.person(holder.person()).name(),
                                        portfolio.name(),
                                        directory.person(kinship.relative()).name(),
                                        directory.body(held.body()).name())
                                .under(List.of(rulebook.cite(CIVIL_SERVANTS, KINSHIP, on))));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** As the table names it, from every post that the holder has. */
    private static String standing(Directory directory, UUID post, LocalDate on) {
        List<Post> held = directory.holdersOf(post, on).stream()
                .flatMap(holder -> directory.tenuresOf(holder.person(), on).stream())
                .map(tenure -> directory.post(tenure.post()))
                .collect(Collectors.toCollection(ArrayList::new));
        held.add(directory.post(post));
        if (held.stream().anyMatch(each -> heads(directory, each, BodyKind.DISCIPLINE))) {
            return "discipline";
        }
        boolean principal = held.stream()
                .anyMatch(each ->
                        heads(directory, each, BodyKind.COMMITTEE) || heads(directory, each, BodyKind.GOVERNMENT));
        return principal ? "principal" : "deputy";
    }

    private static boolean heads(Directory directory, Post post, BodyKind kind) {
        return post.head() && directory.body(post.body()).kind() == kind;
    }

    @Override
    public List<Breach> breaches(LocalDate on) {
        Directory directory = organization.getObject().directory();
        List<Breach> breaches = new ArrayList<>();
        for (Portfolio portfolio : directory.portfolios()) {
            List<PortfolioHolding> held = directory.holdingsOf(portfolio.id()).stream()
                    .filter(holding -> holding.holdsOn(on))
                    .toList();
            held.forEach(holding -> refuses(directory, holding.post(), portfolio, on)
                    .ifPresent(why -> breaches.add(new Breach(holding.post(), portfolio.id(), why))));
            if (held.isEmpty() && isForADeputy(portfolio.code(), on)) {
                breaches.add(new Breach(
                        null,
                        portfolio.id(),
                        Refusal.of("separation.vacant", portfolio.name())
                                .under(List.of(rulebook.cite(MEASURES, NOT_VACANT, on)))));
            }
        }
        kinships.all(on).forEach(kinship -> {
            directlyUnder(directory, kinship, on).ifPresent(breaches::add);
            directlyUnder(directory, kinship.turned(), on).ifPresent(breaches::add);
        });
        return List.copyOf(breaches);
    }

    /** Whether the relative's next post up the line is the person's. */
    private Optional<Breach> directlyUnder(Directory directory, Kinship kinship, LocalDate on) {
        for (Tenure tenure : directory.tenuresOf(kinship.relative(), on)) {
            Optional<Post> superior = directory.superiorOf(tenure.post(), on);
            boolean under = superior.stream()
                    .flatMap(post -> directory.holdersOf(post.id(), on).stream())
                    .anyMatch(holder -> holder.person().equals(kinship.person()));
            if (under) {
                return Optional.of(new Breach(
                        superior.get().id(),
                        null,
                        Refusal.of(
                                        "separation.line",
                                        directory.person(kinship.person()).name(),
                                        directory.person(kinship.relative()).name())
                                .under(List.of(rulebook.cite(CIVIL_SERVANTS, KINSHIP, on)))));
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean isForADeputy(String portfolioCode, LocalDate on) {
        return rulebook.decide(TABLE, on, Map.of("standing", "deputy", "portfolio", portfolioCode))
                .truth("restricted");
    }
}
