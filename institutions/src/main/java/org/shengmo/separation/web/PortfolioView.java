package org.shengmo.separation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shengmo.organization.Body;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Portfolio;
import org.shengmo.organization.PortfolioHolding;
import org.shengmo.organization.Post;
import org.shengmo.separation.Separation;
import org.shengmo.wording.Status;

/**
 * A portfolio with who is in charge, on a day.
 *
 * @param post the post in charge; empty while nobody is
 * @param person its holder's name; empty while it is vacant
 * @param supervisor the post that supervises: the next up the line
 * @param bodies the bodies that it covers
 * @param forADeputy whether only a deputy may be in charge
 * @param status whether it is as the rules want it
 */
public record PortfolioView(
        Portfolio portfolio,
        Optional<Post> post,
        String body,
        String person,
        String supervisor,
        List<Body> bodies,
        boolean forADeputy,
        Status status) {

    static PortfolioView of(
            Portfolio portfolio,
            Directory directory,
            Separation separation,
            List<Separation.Breach> breaches,
            LocalDate on) {
        Optional<Post> post = directory.holdingsOf(portfolio.id()).stream()
                .filter(holding -> holding.holdsOn(on))
                .map(PortfolioHolding::post)
                .map(directory::post)
                .findFirst();
        boolean breached = breaches.stream().anyMatch(each -> portfolio.id().equals(each.portfolio()));
        return new PortfolioView(
                portfolio,
                post,
                post.map(each -> directory.body(each.body()).name()).orElse(""),
                post.flatMap(each -> directory.holderOf(each.id(), on))
                        .map(tenure -> directory.nameOn(tenure.person(), on))
                        .orElse(""),
                post.flatMap(each -> directory.superiorOf(each.id(), on))
                        .map(Post::name)
                        .orElse(""),
                directory.coveredBy(portfolio.id(), on),
                separation.isForADeputy(portfolio.code(), on),
                breached ? Status.late("separation.status.breach") : Status.done("separation.status.right"));
    }

    /** The covered bodies' names. */
    public String bodyNames() {
        return bodies.stream().map(Body::name).collect(Collectors.joining("、"));
    }
}
