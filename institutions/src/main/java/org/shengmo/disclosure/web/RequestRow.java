package org.shengmo.disclosure.web;

import java.time.LocalDate;
import org.shengmo.disclosure.InformationRequest;
import org.shengmo.organization.Directory;
import org.shengmo.wording.Status;

/**
 * A request as its pages show it.
 *
 * @param body the name of the body that was asked
 */
public record RequestRow(InformationRequest request, String body, Status status) {

    static RequestRow of(InformationRequest request, Directory directory, LocalDate today) {
        String key = "disclosure.request.state." + request.state();
        Status status = request.late(today)
                ? Status.late("disclosure.request.state.late")
                : request instanceof InformationRequest.Answered ? Status.done(key) : Status.plain(key);
        return new RequestRow(request, directory.body(request.details().body()).name(), status);
    }
}
