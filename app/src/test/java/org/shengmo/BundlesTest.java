package org.shengmo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shengmo.store.Ladder;

/** The two languages say the same things. */
class BundlesTest {

    static Stream<String> rungs() {
        return Ladder.read().names().stream()
                .filter(rung -> BundlesTest.class.getResource(path(rung, "zh_CN")) != null
                        || BundlesTest.class.getResource(path(rung, "en")) != null);
    }

    private static String path(String rung, String language) {
        return "/org/shengmo/" + rung + "/messages_" + language + ".properties";
    }

    private static Properties bundle(String rung, String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                BundlesTest.class.getResourceAsStream(path(rung, language)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    @ParameterizedTest
    @MethodSource("rungs")
    void bothLanguagesHaveTheSameKeysAndPlaceholders(String rung) throws IOException {
        Properties chinese = bundle(rung, "zh_CN");
        Properties english = bundle(rung, "en");
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(chinese.getProperty(key), Locale.SIMPLIFIED_CHINESE))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key), Locale.ENGLISH));
            assertThat(chinese.getProperty(key)).as(key).isNotBlank();
            assertThat(english.getProperty(key)).as(key).isNotBlank();
        }
    }

    /** The later of two silently takes the place of the earlier. */
    @ParameterizedTest
    @MethodSource("rungs")
    void noKeyStandsTwiceInABundle(String rung) throws IOException {
        for (String language : List.of("zh_CN", "en")) {
            try (Reader reader = new InputStreamReader(
                    BundlesTest.class.getResourceAsStream(path(rung, language)), StandardCharsets.UTF_8)) {
                assertThat(twice(reader)).as(language).isEmpty();
            }
        }
    }

    @Test
    void aKeyThatStandsTwiceIsSeen() throws IOException {
        assertThat(twice(new StringReader("room.title=甲\nroom.lead=乙\nroom.title=丙\n")))
                .containsExactly("room.title");
    }

    private static List<String> twice(Reader reader) throws IOException {
        List<String> twice = new ArrayList<>();
        new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                Object before = super.put(key, value);
                if (before != null) {
                    twice.add(key.toString());
                }
                return before;
            }
        }.load(reader);
        return twice;
    }

    private static int placeholders(String pattern, Locale locale) {
        return new MessageFormat(pattern, locale).getFormatsByArgumentIndex().length;
    }
}
