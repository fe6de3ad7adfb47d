package org.shengmo.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who holds what, as it stood at one moment: it doesn't change while it is held. Methods that take an identifier throw
 * {@link java.util.NoSuchElementException} when nothing has it.
 */
public interface Directory {

    /** The body of an identifier, existing or abolished. */
    Body body(UUID id);

    /** Whether there is a body of this identifier. */
    Optional<Body> findBody(UUID id);

    /** The body of a code. */
    Optional<Body> bodyByCode(String code);

    /** All bodies, parents before children, siblings by position, then code. */
    List<Body> bodies();

    /** The bodies directly under one. */
    List<Body> childrenOf(UUID body);

    /** The bodies above one, nearest first. */
    List<Body> ancestorsOf(UUID body);

    /** A body and all below it. */
    Set<UUID> withDescendants(UUID body);

    /** The name that a body, post or person bore on a day; before its first name, the first. */
    String nameOn(UUID thing, LocalDate on);

    /** The names a body, post or person has borne, oldest first. */
    List<Named> namesOf(UUID thing);

    /** The post of an identifier. */
    Post post(UUID id);

    /** Whether there is a post of this identifier. */
    Optional<Post> findPost(UUID id);

    /** The post of a code. */
    Optional<Post> postByCode(String code);

    /** The posts of a body by rank. */
    List<Post> postsOf(UUID body);

    /** All posts, by code. */
    List<Post> posts();

    /** The post that heads a body, filled or not. */
    Optional<Post> headOf(UUID body);

    /** The person of an identifier. */
    Person person(UUID id);

    /** Whether there is a person of this identifier. */
    Optional<Person> findPerson(UUID id);

    /** The person of a code. */
    Optional<Person> personByCode(String code);

    /** All people, by code. */
    List<Person> people();

    /** Who holds a post on a day; of several, the longest in it. */
    Optional<Tenure> holderOf(UUID post, LocalDate on);

    /** All who hold a post on a day, the longest in it first. */
    List<Tenure> holdersOf(UUID post, LocalDate on);

    /** Everyone's time in a post, oldest first. */
    List<Tenure> tenuresIn(UUID post);

    /** A person's tenures, oldest first. */
    List<Tenure> tenuresOf(UUID person);

    /** A person's tenures on a day, the highest ranked post first. */
    List<Tenure> tenuresOf(UUID person, LocalDate on);

    /** The tenure of an identifier. */
    Tenure tenure(UUID id);

    /**
     * The next filled post up the line: for a post that does not head its body the body's head; for a head the post in
     * charge of the portfolio that covers the body, else the head of the body above, and so on. Vacant posts are passed
     * over. Empty at the top.
     */
    Optional<Post> superiorOf(UUID post, LocalDate on);

    /** Every filled post up the line, nearest first. */
    List<Post> lineAbove(UUID post, LocalDate on);

    /** All portfolios, by code. */
    List<Portfolio> portfolios();

    /** The portfolio of a code. */
    Optional<Portfolio> portfolioByCode(String code);

    /** The bodies that a portfolio covers on a day. */
    List<Body> coveredBy(UUID portfolio, LocalDate on);

    /** The portfolios that cover a body on a day, by code. */
    List<Portfolio> portfoliosOver(UUID body, LocalDate on);

    /** The post in charge of a portfolio on a day. */
    Optional<Post> inCharge(String portfolioCode, LocalDate on);

    /** The post in charge of a body on a day through a portfolio that covers it, or the nearest body above it that one covers. */
    Optional<Post> inCharge(UUID body, LocalDate on);

    /** The portfolios a post has been in charge of, oldest first. */
    List<PortfolioHolding> portfoliosOf(UUID post);

    /** Who has been in charge of a portfolio, oldest first. */
    List<PortfolioHolding> holdingsOf(UUID portfolio);

    /** A body's memberships in coordinating bodies, oldest first. */
    List<Membership> membershipsOf(UUID body);

    /** Who has been a member of a coordinating body, oldest first. */
    List<Membership> membersOf(UUID coordinatingBody);

    /**
     * A name with the days it is borne.
     *
     * @param name the name
     * @param from the first day
     * @param until the first day no more (exclusive); null while it lasts
     */
    record Named(String name, LocalDate from, LocalDate until) {}
}
