package org.shengmo.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.shengmo.wording.Text;
import org.shengmo.wording.Words;

/**
 * Where a command speaks, and in which language.
 *
 * @param words says texts
 * @param language the language
 * @param out results
 * @param err what went wrong, and progress
 */
record Console(Words words, Locale language, PrintWriter out, PrintWriter err) {

    static Console system(Locale language) {
        return new Console(
                Shengmo.words(),
                language,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    String text(String key, Object... arguments) {
        return words.say(language, key, arguments);
    }

    String text(Text text) {
        return words.say(language, text);
    }

    /** Says a result. */
    void say(String key, Object... arguments) {
        out.println(text(key, arguments));
        out.flush();
    }

    /** Says what is wrong, or how far long work is. */
    void tell(String key, Object... arguments) {
        err.println(text(key, arguments));
        err.flush();
    }
}
