package org.shengmo.organization;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organization in PostgreSQL, read from memory. */
@Service
class PostgresOrganization extends DirectoryReads {

    private final Memory memory;
    private final BodyActs bodies;
    private final PostActs posts;
    private final PersonActs people;
    private final TenureActs tenures;
    private final PortfolioActs portfolios;
    private final MembershipActs memberships;

    PostgresOrganization(
            Memory memory,
            BodyActs bodies,
            PostActs posts,
            PersonActs people,
            TenureActs tenures,
            PortfolioActs portfolios,
            MembershipActs memberships) {
        this.memory = memory;
        this.bodies = bodies;
        this.posts = posts;
        this.people = people;
        this.tenures = tenures;
        this.portfolios = portfolios;
        this.memberships = memberships;
    }

    @Override
    public Directory directory() {
        return memory.now();
    }

    @Override
    @Transactional
    public Body establish(Actor by, NewBody body) {
        return bodies.establish(by, body);
    }

    @Override
    @Transactional
    public void renameBody(Actor by, UUID body, String name, LocalDate from) {
        bodies.rename(by, body, name, from);
    }

    @Override
    @Transactional
    public void abolishBody(Actor by, UUID body, LocalDate on) {
        bodies.abolish(by, body, on);
    }

    @Override
    @Transactional
    public Post createPost(Actor by, NewPost post) {
        return posts.create(by, post);
    }

    @Override
    @Transactional
    public void renamePost(Actor by, UUID post, String name, LocalDate from) {
        posts.rename(by, post, name, from);
    }

    @Override
    @Transactional
    public void permit(Actor by, UUID post, Set<Permission> permissions) {
        posts.permit(by, post, permissions);
    }

    @Override
    @Transactional
    public Person register(Actor by, NewPerson person) {
        return people.register(by, person);
    }

    @Override
    @Transactional
    public void renamePerson(Actor by, UUID person, String name, LocalDate from) {
        people.rename(by, person, name, from);
    }

    @Override
    @Transactional
    public Tenure appoint(Actor by, UUID person, UUID post, LocalDate from) {
        return tenures.appoint(by, person, post, from, null);
    }

    @Override
    @Transactional
    public Tenure appoint(Actor by, UUID person, UUID post, LocalDate from, LocalDate until) {
        return tenures.appoint(by, person, post, from, until);
    }

    @Override
    @Transactional
    public Tenure endTenure(Actor by, UUID tenure, LocalDate until) {
        return tenures.end(by, tenure, until);
    }

    @Override
    @Transactional
    public Tenure correctTenure(Actor by, UUID tenure, LocalDate from, LocalDate until, String reason) {
        return tenures.correct(by, tenure, from, until, reason);
    }

    @Override
    @Transactional
    public void annulTenure(Actor by, UUID tenure, String reason) {
        tenures.annul(by, tenure, reason);
    }

    @Override
    @Transactional
    public Portfolio createPortfolio(Actor by, String code, String name) {
        return portfolios.create(by, code, name);
    }

    @Override
    @Transactional
    public void cover(Actor by, UUID portfolio, UUID body, LocalDate from) {
        portfolios.cover(by, portfolio, body, from);
    }

    @Override
    @Transactional
    public void uncover(Actor by, UUID portfolio, UUID body, LocalDate from) {
        portfolios.uncover(by, portfolio, body, from);
    }

    @Override
    @Transactional
    public PortfolioHolding assignPortfolio(Actor by, UUID post, UUID portfolio, LocalDate from) {
        return portfolios.assign(by, post, portfolio, from);
    }

    @Override
    @Transactional
    public PortfolioHolding endPortfolio(Actor by, UUID holding, LocalDate until) {
        return portfolios.end(by, holding, until);
    }

    @Override
    @Transactional
    public Membership joinCoordinatingBody(Actor by, UUID body, UUID coordinatingBody, LocalDate on) {
        return memberships.join(by, body, coordinatingBody, on);
    }

    @Override
    @Transactional
    public Membership leaveCoordinatingBody(Actor by, UUID body, UUID coordinatingBody, LocalDate on) {
        return memberships.leave(by, body, coordinatingBody, on);
    }
}
