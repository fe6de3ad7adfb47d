package org.shengmo.finding.web;

import java.util.Optional;
import org.shengmo.finding.ClosedFinding;
import org.shengmo.finding.DecidableFinding;
import org.shengmo.finding.DroppedFinding;
import org.shengmo.finding.Finding;
import org.shengmo.finding.FindingDetails;
import org.shengmo.finding.RepliedFinding;
import org.shengmo.finding.Reply;
import org.shengmo.finding.StatedFinding;
import org.shengmo.finding.UnansweredFinding;
import org.shengmo.finding.UpheldFinding;
import org.shengmo.organization.Directory;
import org.shengmo.wording.Status;
import org.shengmo.wording.Text;

/**
 * A finding as pages show it.
 *
 * @param subject the name of who answers for it
 * @param body the body's name
 */
public record FindingView(Finding finding, String subject, String body) {

    static FindingView of(Finding finding, Directory directory) {
        FindingDetails details = finding.details();
        String subject = switch (details.subject().type()) {
            case "person" -> directory.person(details.subject().id()).name();
            case "post" -> directory.post(details.subject().id()).name();
            default -> directory.body(details.subject().id()).name();
        };
        return new FindingView(finding, subject, directory.body(details.body()).name());
    }

    /** What it says. */
    public FindingDetails details() {
        return finding.details();
    }

    /** Its page. */
    public String href() {
        return "/findings/" + finding.id();
    }

    /** Its kind in words. */
    public Text kind() {
        return Text.of("finding.kind." + details().kind().code());
    }

    /** What the subject said; empty when nothing so far. */
    public Optional<Reply> reply() {
        return switch (finding) {
            case StatedFinding stated -> Optional.empty();
            case DecidableFinding decidable -> decidable.heard();
            case ClosedFinding closed -> closed.heard();
        };
    }

    /** Where it stands. */
    public Status status() {
        return switch (finding) {
            case StatedFinding stated -> Status.due("finding.state.stated");
            case RepliedFinding replied -> Status.due("finding.state.replied");
            case UnansweredFinding unanswered -> Status.due("finding.state.unanswered");
            case UpheldFinding upheld -> Status.late("finding.state.upheld");
            case DroppedFinding dropped -> Status.plain("finding.state.dropped");
        };
    }
}
