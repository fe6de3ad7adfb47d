package org.shengmo.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.shengmo.access.Actor;

/**
 * Bodies, posts, people, tenures, portfolios: who held what when. Reads come from memory and are as cheap as a look-up
 * inside a transaction; outside one, each asks the database whether anything changed. Who asks much at a time takes
 * {@link #directory()} once.
 *
 * <p>Changing the structure needs {@code organization.manage}, appointing {@code organization.appoint}, both within the
 * post's scope. What the record of tenures can't hold (two holders of one seat on one day) is refused with its reason
 * ({@link org.shengmo.wording.Refused}); a faulty input lists its faults ({@link org.shengmo.wording.Invalid}).
 */
public interface Organization extends Directory {

    /** Everything as it stands now; does not change while it is held. */
    Directory directory();

    /** Establishes a body. */
    Body establish(Actor by, NewBody body);

    /** Gives a body another name from a day on; the old one stays readable. */
    void renameBody(Actor by, UUID body, String name, LocalDate from);

    /** Abolishes a body that has no filled post and no standing body under it. */
    void abolishBody(Actor by, UUID body, LocalDate on);

    /** Creates a post. */
    Post createPost(Actor by, NewPost post);

    /** Gives a post another name from a day on. */
    void renamePost(Actor by, UUID post, String name, LocalDate from);

    /** Gives a post other permissions. */
    void permit(Actor by, UUID post, java.util.Set<org.shengmo.access.Permission> permissions);

    /** Registers a person. */
    Person register(Actor by, NewPerson person);

    /** Records that a person bears another name from a day on. */
    void renamePerson(Actor by, UUID person, String name, LocalDate from);

    /** Appoints a person to a post, with no end. */
    Tenure appoint(Actor by, UUID person, UUID post, LocalDate from);

    /** Appoints a person to a post until a day (exclusive; null for no end). */
    Tenure appoint(Actor by, UUID person, UUID post, LocalDate from, LocalDate until);

    /** Ends a tenure: the person is no more in the post on that day. */
    Tenure endTenure(Actor by, UUID tenure, LocalDate until);

    /** Corrects a tenure that was recorded with wrong days. */
    Tenure correctTenure(Actor by, UUID tenure, LocalDate from, LocalDate until, String reason);

    /** Strikes out a tenure that never was. */
    void annulTenure(Actor by, UUID tenure, String reason);

    /** Sets up a portfolio. */
    Portfolio createPortfolio(Actor by, String code, String name);

    /** Puts a body under a portfolio from a day on. */
    void cover(Actor by, UUID portfolio, UUID body, LocalDate from);

    /** Takes a body out of a portfolio from a day on. */
    void uncover(Actor by, UUID portfolio, UUID body, LocalDate from);

    /** Puts a post in charge of a portfolio from a day on. */
    PortfolioHolding assignPortfolio(Actor by, UUID post, UUID portfolio, LocalDate from);

    /** Ends a post's charge of a portfolio. */
    PortfolioHolding endPortfolio(Actor by, UUID holding, LocalDate until);

    /** Makes a body a member of a coordinating body from a day on. */
    Membership joinCoordinatingBody(Actor by, UUID body, UUID coordinatingBody, LocalDate on);

    /** Ends a body's membership of a coordinating body on a day. */
    Membership leaveCoordinatingBody(Actor by, UUID body, UUID coordinatingBody, LocalDate on);
}
