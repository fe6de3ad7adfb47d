package org.shengmo.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;

/** Collects the faults of an input, so that the reader learns all of them at once. */
final class Check {

    private static final Pattern CODE = Pattern.compile("[^\\s\\p{Cntrl}]{1,64}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");

    private final List<Fault> faults = new ArrayList<>();

    static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }

    static boolean isName(String name) {
        return !name.isBlank()
                && name.equals(name.strip())
                && NAME.matcher(name).matches();
    }

    Check code(String place, String code) {
        return that(code != null && isCode(code), place, "organization.code.malformed", String.valueOf(code));
    }

    Check name(String place, String name) {
        return that(name != null && isName(name), place, "organization.name.malformed", String.valueOf(name));
    }

    Check present(String place, Object value) {
        return that(value != null, place, "organization.value.missing");
    }

    Check that(boolean right, String place, String key, Object... arguments) {
        if (!right) {
            faults.add(new Fault(place, Text.of(key, arguments)));
        }
        return this;
    }

    void done() {
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }
}
