package org.shengmo.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Every read goes to the directory as it stands at the moment. */
abstract class DirectoryReads implements Organization {

    @Override
    public Body body(UUID id) {
        return directory().body(id);
    }

    @Override
    public Optional<Body> findBody(UUID id) {
        return directory().findBody(id);
    }

    @Override
    public Optional<Body> bodyByCode(String code) {
        return directory().bodyByCode(code);
    }

    @Override
    public List<Body> bodies() {
        return directory().bodies();
    }

    @Override
    public List<Body> childrenOf(UUID body) {
        return directory().childrenOf(body);
    }

    @Override
    public List<Body> ancestorsOf(UUID body) {
        return directory().ancestorsOf(body);
    }

    @Override
    public Set<UUID> withDescendants(UUID body) {
        return directory().withDescendants(body);
    }

    @Override
    public String nameOn(UUID thing, LocalDate on) {
        return directory().nameOn(thing, on);
    }

    @Override
    public List<Named> namesOf(UUID thing) {
        return directory().namesOf(thing);
    }

    @Override
    public Post post(UUID id) {
        return directory().post(id);
    }

    @Override
    public Optional<Post> findPost(UUID id) {
        return directory().findPost(id);
    }

    @Override
    public Optional<Post> postByCode(String code) {
        return directory().postByCode(code);
    }

    @Override
    public List<Post> postsOf(UUID body) {
        return directory().postsOf(body);
    }

    @Override
    public List<Post> posts() {
        return directory().posts();
    }

    @Override
    public Optional<Post> headOf(UUID body) {
        return directory().headOf(body);
    }

    @Override
    public Person person(UUID id) {
        return directory().person(id);
    }

    @Override
    public Optional<Person> findPerson(UUID id) {
        return directory().findPerson(id);
    }

    @Override
    public Optional<Person> personByCode(String code) {
        return directory().personByCode(code);
    }

    @Override
    public List<Person> people() {
        return directory().people();
    }

    @Override
    public Optional<Tenure> holderOf(UUID post, LocalDate on) {
        return directory().holderOf(post, on);
    }

    @Override
    public List<Tenure> holdersOf(UUID post, LocalDate on) {
        return directory().holdersOf(post, on);
    }

    @Override
    public List<Tenure> tenuresIn(UUID post) {
        return directory().tenuresIn(post);
    }

    @Override
    public List<Tenure> tenuresOf(UUID person) {
        return directory().tenuresOf(person);
    }

    @Override
    public List<Tenure> tenuresOf(UUID person, LocalDate on) {
        return directory().tenuresOf(person, on);
    }

    @Override
    public Tenure tenure(UUID id) {
        return directory().tenure(id);
    }

    @Override
    public Optional<Post> superiorOf(UUID post, LocalDate on) {
        return directory().superiorOf(post, on);
    }

    @Override
    public List<Post> lineAbove(UUID post, LocalDate on) {
        return directory().lineAbove(post, on);
    }

    @Override
    public List<Portfolio> portfolios() {
        return directory().portfolios();
    }

    @Override
    public Optional<Portfolio> portfolioByCode(String code) {
        return directory().portfolioByCode(code);
    }

    @Override
    public List<Body> coveredBy(UUID portfolio, LocalDate on) {
        return directory().coveredBy(portfolio, on);
    }

    @Override
    public List<Portfolio> portfoliosOver(UUID body, LocalDate on) {
        return directory().portfoliosOver(body, on);
    }

    @Override
    public Optional<Post> inCharge(String portfolioCode, LocalDate on) {
        return directory().inCharge(portfolioCode, on);
    }

    @Override
    public Optional<Post> inCharge(UUID body, LocalDate on) {
        return directory().inCharge(body, on);
    }

    @Override
    public List<PortfolioHolding> portfoliosOf(UUID post) {
        return directory().portfoliosOf(post);
    }

    @Override
    public List<PortfolioHolding> holdingsOf(UUID portfolio) {
        return directory().holdingsOf(portfolio);
    }

    @Override
    public List<Membership> membershipsOf(UUID body) {
        return directory().membershipsOf(body);
    }

    @Override
    public List<Membership> membersOf(UUID coordinatingBody) {
        return directory().membersOf(coordinatingBody);
    }
}
