package org.shengmo.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;

/** What a password must be: long enough, within what bcrypt reads, and not one that is tried first. */
final class PasswordRule {

    static final int SHORTEST = 10;
    /** bcrypt reads no further. */
    static final int LONGEST_BYTES = 72;

    private static final int FEWEST_DIFFERENT = 5;

    private PasswordRule() {}

    /** @throws Invalid with all that is wrong with a password; the place is {@code field} */
    static void check(String field, CharSequence password, String login) {
        List<Fault> faults = new ArrayList<>();
        String text = password == null ? "" : password.toString();
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            faults.add(new Fault(field, Text.of("access.password.short", SHORTEST)));
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            faults.add(new Fault(field, Text.of("access.password.long", LONGEST_BYTES)));
        }
        if (text.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            faults.add(new Fault(field, Text.of("access.password.simple", FEWEST_DIFFERENT)));
        }
        if (!login.isEmpty() && text.toLowerCase(Locale.ROOT).contains(login)) {
            faults.add(new Fault(field, Text.of("access.password.login")));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }
}
