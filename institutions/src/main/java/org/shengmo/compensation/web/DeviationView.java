package org.shengmo.compensation.web;

import java.util.stream.Collectors;
import org.shengmo.access.web.Page;
import org.shengmo.compensation.Deviation;
import org.shengmo.wording.Status;
import org.shengmo.wording.Text;

/**
 * A deviation as its pages show it.
 *
 * @param findings what was found, in words
 */
public record DeviationView(Deviation deviation, Status status, String findings) {

    static DeviationView of(Deviation deviation, Page page) {
        return new DeviationView(
                deviation,
                switch (deviation) {
                    case Deviation.Open open -> Status.late("compensation.state.open");
                    case Deviation.Explained explained -> Status.due("compensation.state.explained");
                    case Deviation.Accepted accepted -> Status.done("compensation.state.accepted");
                    case Deviation.Corrected corrected -> Status.done("compensation.state.corrected");
                },
                deviation.details().findings().stream()
                        .map(code -> page.say("compensation.finding." + code))
                        .collect(Collectors.joining(page.say("compensation.comma"))));
    }

    /** Its page. */
    public String href() {
        return "/compensation/deviations/" + deviation.id();
    }

    /** Land or structure. */
    public Text item() {
        return Text.of("compensation.item." + deviation.details().item());
    }
}
