package org.shengmo.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The whole organization in memory, as of one version and with the names of one day.
 *
 * @param version the mark up to which it was read
 * @param day the day whose names it bears
 */
record Snapshot(
        long version,
        LocalDate day,
        Names names,
        Bodies tree,
        PostIndex places,
        People everyone,
        Tenures held,
        Portfolios fields,
        Memberships memberships)
        implements Directory {

    static final Snapshot EMPTY = new Snapshot(
            -1,
            LocalDate.EPOCH,
            Names.NONE,
            Bodies.NONE,
            PostIndex.NONE,
            People.NONE,
            Tenures.NONE,
            Portfolios.NONE,
            Memberships.NONE);

    @Override
    public Body body(UUID id) {
        return Rows.get(tree.byId, id);
    }

    @Override
    public Optional<Body> findBody(UUID id) {
        return Optional.ofNullable(tree.byId.get(id));
    }

    @Override
    public Optional<Body> bodyByCode(String code) {
        return Optional.ofNullable(tree.byCode.get(code));
    }

    @Override
    public List<Body> bodies() {
        return tree.inOrder;
    }

    @Override
    public List<Body> childrenOf(UUID body) {
        return tree.childrenOf(body(body).id());
    }

    @Override
    public List<Body> ancestorsOf(UUID body) {
        return tree.ancestorsOf(body);
    }

    @Override
    public Set<UUID> withDescendants(UUID body) {
        return tree.withDescendants(body);
    }

    @Override
    public String nameOn(UUID thing, LocalDate on) {
        return names.on(thing, on);
    }

    @Override
    public List<Named> namesOf(UUID thing) {
        return names.of(thing);
    }

    @Override
    public Post post(UUID id) {
        return Rows.get(places.byId, id);
    }

    @Override
    public Optional<Post> findPost(UUID id) {
        return Optional.ofNullable(places.byId.get(id));
    }

    @Override
    public Optional<Post> postByCode(String code) {
        return Optional.ofNullable(places.byCode.get(code));
    }

    @Override
    public List<Post> postsOf(UUID body) {
        return places.of(body(body).id());
    }

    @Override
    public List<Post> posts() {
        return places.all;
    }

    @Override
    public Optional<Post> headOf(UUID body) {
        return places.of(body).stream()
                .filter(post -> post.head() && post.abolished() == null)
                .findFirst();
    }

    @Override
    public Person person(UUID id) {
        return Rows.get(everyone.byId, id);
    }

    @Override
    public Optional<Person> findPerson(UUID id) {
        return Optional.ofNullable(everyone.byId.get(id));
    }

    @Override
    public Optional<Person> personByCode(String code) {
        return Optional.ofNullable(everyone.byCode.get(code));
    }

    @Override
    public List<Person> people() {
        return everyone.all;
    }

    @Override
    public Optional<Tenure> holderOf(UUID post, LocalDate on) {
        return holdersOf(post, on).stream().findFirst();
    }

    @Override
    public List<Tenure> holdersOf(UUID post, LocalDate on) {
        return held.holders(post(post).id(), on);
    }

    @Override
    public List<Tenure> tenuresIn(UUID post) {
        return held.in(post(post).id());
    }

    @Override
    public List<Tenure> tenuresOf(UUID person) {
        return held.of(person(person).id());
    }

    @Override
    public List<Tenure> tenuresOf(UUID person, LocalDate on) {
        return tenuresOf(person).stream()
                .filter(tenure -> tenure.holdsOn(on))
                .sorted(Comparator.comparing(
                                (Tenure tenure) -> post(tenure.post()).head())
                        .reversed()
                        .thenComparingInt(tenure -> post(tenure.post()).rank())
                        .thenComparing(Tenure::from)
                        .thenComparing(tenure -> post(tenure.post()).code()))
                .toList();
    }

    @Override
    public Tenure tenure(UUID id) {
        return Rows.get(held.byId, id);
    }

    @Override
    public Optional<Post> superiorOf(UUID post, LocalDate on) {
        Post of = post(post);
        UUID at = of.body();
        Optional<Post> head = filled(headOf(at), of, on);
        if (!of.head() && head.isPresent()) {
            return head;
        }
        while (body(at).parent() != null) {
            Optional<Post> leader = filled(inChargeFromOutside(at, on), of, on);
            if (leader.isPresent()) {
                return leader;
            }
            at = body(at).parent();
            Optional<Post> above = filled(headOf(at), of, on);
            if (above.isPresent()) {
                return above;
            }
        }
        return Optional.empty();
    }

    /** A leader who sits in the body or below it is under its head, not over it. */
    private Optional<Post> inChargeFromOutside(UUID body, LocalDate on) {
        return inChargeOfItself(body, on)
                .filter(post -> !post.body().equals(body)
                        && tree.ancestorsOf(post.body()).stream()
                                .noneMatch(above -> above.id().equals(body)));
    }

    private Optional<Post> filled(Optional<Post> candidate, Post except, LocalDate on) {
        return candidate
                .filter(post -> !post.id().equals(except.id()))
                .filter(post -> !held.holders(post.id(), on).isEmpty());
    }

    @Override
    public List<Post> lineAbove(UUID post, LocalDate on) {
        List<Post> line = new ArrayList<>();
        Optional<Post> next = superiorOf(post, on);
        while (next.isPresent()
                && !line.contains(next.get())
                && !next.get().id().equals(post)) {
            line.add(next.get());
            next = superiorOf(next.get().id(), on);
        }
        return List.copyOf(line);
    }

    @Override
    public List<Portfolio> portfolios() {
        return fields.all;
    }

    @Override
    public Optional<Portfolio> portfolioByCode(String code) {
        return Optional.ofNullable(fields.byCode.get(code));
    }

    @Override
    public List<Body> coveredBy(UUID portfolio, LocalDate on) {
        return fields.coveredBy(portfolio, on).stream()
                .map(this::body)
                .sorted(Comparator.comparingInt(Body::position).thenComparing(Body::code))
                .toList();
    }

    @Override
    public List<Portfolio> portfoliosOver(UUID body, LocalDate on) {
        return fields.over(body(body).id(), on);
    }

    @Override
    public Optional<Post> inCharge(String portfolioCode, LocalDate on) {
        return portfolioByCode(portfolioCode)
                .flatMap(portfolio -> fields.postInCharge(portfolio.id(), on))
                .map(this::post);
    }

    @Override
    public Optional<Post> inCharge(UUID body, LocalDate on) {
        Optional<Post> leader = inChargeOfItself(body(body).id(), on);
        for (Body above : ancestorsOf(body)) {
            leader = leader.or(() -> inChargeOfItself(above.id(), on));
        }
        return leader;
    }

    private Optional<Post> inChargeOfItself(UUID body, LocalDate on) {
        return fields.over(body, on).stream()
                .flatMap(portfolio -> fields.postInCharge(portfolio.id(), on).stream())
                .map(this::post)
                .findFirst();
    }

    @Override
    public List<PortfolioHolding> portfoliosOf(UUID post) {
        return fields.of(post(post).id());
    }

    @Override
    public List<PortfolioHolding> holdingsOf(UUID portfolio) {
        return fields.held(portfolio);
    }

    @Override
    public List<Membership> membershipsOf(UUID body) {
        return memberships.of(body(body).id());
    }

    @Override
    public List<Membership> membersOf(UUID coordinatingBody) {
        return memberships.in(body(coordinatingBody).id());
    }
}
