package org.shengmo.mandate.web;

import java.util.List;
import org.shengmo.mandate.ItemVersion;
import org.shengmo.mandate.Power;
import org.shengmo.organization.Body;
import org.shengmo.organization.Directory;
import org.shengmo.wording.Status;
import org.shengmo.wording.Text;

/**
 * An item as lists show it.
 *
 * @param department the implementing department's name; of a province's list, its code
 */
public record PowerRow(ItemVersion item, String department) {

    static PowerRow of(ItemVersion item, Directory directory) {
        return new PowerRow(item, name(item.department(), item.power().department(), directory));
    }

    static String name(java.util.UUID body, String code, Directory directory) {
        return body == null ? code : directory.findBody(body).map(Body::name).orElse(code);
    }

    /** The class in words. */
    public Text powerClass() {
        String code = item.power().powerClass();
        return KNOWN.contains(code) ? Text.of("mandate.class." + code) : Text.of("mandate.class.other", code);
    }

    /** The time limit in words. */
    public Text limit() {
        return limit(item.power());
    }

    static Text limit(Power power) {
        if (power.days() == 0) {
            return Text.of("mandate.limit.none");
        }
        return Text.of(power.workingDays() ? "mandate.limit.working" : "mandate.limit.days", power.days());
    }

    /** Whether it says all that it must. */
    public Status complete() {
        return item.complete() ? Status.done("mandate.complete.yes") : Status.due("mandate.complete.no");
    }

    private static final List<String> KNOWN = List.of(
            "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "C1", "C2", "C3", "C4", "C5", "C6", "C7");
}
