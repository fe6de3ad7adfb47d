package org.shengmo.consequence.web;

import java.util.Optional;
import org.shengmo.consequence.Consequence;
import org.shengmo.consequence.ConsequenceDetails;
import org.shengmo.consequence.Effect;
import org.shengmo.consequence.Measure;
import org.shengmo.organization.Directory;
import org.shengmo.wording.Status;
import org.shengmo.wording.Text;

/**
 * A consequence as pages show it.
 *
 * @param subject the name of who bears it
 * @param body the body's name
 */
public record ConsequenceView(Consequence consequence, String subject, String body) {

    static ConsequenceView of(Consequence consequence, Directory directory) {
        ConsequenceDetails details = consequence.details();
        String subject = details.subject().type().equals("person")
                ? directory.person(details.subject().id()).name()
                : directory.body(details.subject().id()).name();
        return new ConsequenceView(
                consequence, subject, directory.body(details.body()).name());
    }

    /** What it is. */
    public ConsequenceDetails details() {
        return consequence.details();
    }

    /** Its page. */
    public String href() {
        return "/consequences/" + consequence.id();
    }

    /** The measure as it was imposed; empty while none is. */
    public Optional<Effect> effect() {
        return consequence instanceof Consequence.Imposed imposed ? Optional.of(imposed.effect()) : Optional.empty();
    }

    /** The measure imposed, else the one proposed. */
    public Text measure() {
        Measure measure = effect().map(Effect::measure).orElse(details().proposed());
        return Text.of("consequence.measure." + measure.code());
    }

    /** Where it stands. */
    public Status status() {
        return switch (consequence) {
            case Consequence.Proposed proposed -> Status.due("consequence.state.proposed");
            case Consequence.NotTaken notTaken -> Status.plain("consequence.state.not-taken");
            case Consequence.InForce inForce -> Status.late("consequence.state.in-force");
            case Consequence.Appealed appealed -> Status.due("consequence.state.appealed");
            case Consequence.Maintained maintained -> Status.late("consequence.state.maintained");
            case Consequence.Expired expired -> Status.done("consequence.state.expired");
            case Consequence.Revoked revoked -> Status.plain("consequence.state.revoked");
        };
    }
}
