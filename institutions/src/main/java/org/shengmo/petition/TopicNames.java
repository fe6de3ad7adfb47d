package org.shengmo.petition;

import org.shengmo.store.Ladder;
import org.shengmo.wording.Words;
import org.shengmo.workbook.Name;

/** The topics' names in both languages, as the bundles say them. */
final class TopicNames {

    private static final Words WORDS = Words.of(Ladder.read());

    private TopicNames() {}

    static Name of(Topic topic) {
        return new Name(WORDS.say(Words.LANGUAGES.get(0), topic.key()), WORDS.say(Words.LANGUAGES.get(1), topic.key()));
    }
}
