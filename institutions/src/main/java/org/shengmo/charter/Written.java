package org.shengmo.charter;

import java.util.Locale;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Component;

/** What is written into the record by itself, such as a duty's title: in the language of the district's files. */
@Component
class Written {

    private final Words words;

    Written(Words words) {
        this.words = words;
    }

    String say(String key, Object... arguments) {
        return words.say(Locale.SIMPLIFIED_CHINESE, key, arguments);
    }
}
