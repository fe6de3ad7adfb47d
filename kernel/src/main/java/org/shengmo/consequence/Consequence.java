package org.shengmo.consequence;

import java.util.UUID;

/**
 * A consequence in one of its states: proposed by the rule table, then not taken or in force; in force it may be appealed
 * against, expires by itself, or is revoked.
 */
public sealed interface Consequence permits Consequence.Proposed, Consequence.NotTaken, Consequence.Imposed {

    /** What it is, in whatever state. */
    ConsequenceDetails details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /** Waits for the decision of the competent post. */
    record Proposed(ConsequenceDetails details) implements Consequence {}

    /** The competent post took no measure. */
    record NotTaken(ConsequenceDetails details, Decided decided) implements Consequence {}

    /** A measure that was imposed. */
    sealed interface Imposed extends Consequence {

        /** The measure as it stands. */
        Effect effect();

        /** Who imposed it, when and why. */
        Decided decided();
    }

    /** Binds, and can be appealed against until the day its effect names. */
    record InForce(ConsequenceDetails details, Effect effect, Decided decided) implements Imposed {}

    /** Under appeal; whether it binds meanwhile, the rule says. */
    record Appealed(ConsequenceDetails details, Effect effect, Decided decided, Appeal appeal) implements Imposed {}

    /** The appeal was decided and the measure, or a lighter one, stands. */
    record Maintained(ConsequenceDetails details, Effect effect, Decided decided, Appeal appeal, Decided appealDecided)
            implements Imposed {}

    /** Its effect is over. */
    record Expired(ConsequenceDetails details, Effect effect, Decided decided) implements Imposed {}

    /** The appeal was granted: it binds no more, and what was barred is restored. */
    record Revoked(ConsequenceDetails details, Effect effect, Decided decided, Appeal appeal, Decided appealDecided)
            implements Imposed {}
}
