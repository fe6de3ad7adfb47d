package org.shengmo.wording;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.shengmo.store.Ladder;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The bundles of every package on the ladder: {@code org/shengmo/<package>/messages_zh_CN.properties} and {@code _en}.
 * A key that is missing is an error, never shown to a reader as a key.
 */
public final class Words {

    /** The languages the product speaks; the first is the default. */
    public static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final MessageSource messages;

    private Words(MessageSource messages) {
        this.messages = messages;
    }

    /** The words of all packages that have bundles. */
    public static Words of(Ladder ladder) {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames(ladder.names().stream()
                .map(name -> "org/shengmo/" + name + "/messages")
                .filter(base -> Words.class.getResource("/" + base + "_en.properties") != null)
                .toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        source.setAlwaysUseMessageFormat(true);
        return new Words(source);
    }

    /** The language we have that is nearest to the one asked for: Chinese unless English is asked for. */
    public static Locale nearest(Locale asked) {
        return asked != null && asked.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /**
     * Says a text; a day among its arguments is said as people write it.
     *
     * @throws org.springframework.context.NoSuchMessageException when no bundle has the key
     */
    public String say(Locale language, Text text) {
        Object[] arguments = text.arguments().stream()
                .map(argument -> switch (argument) {
                    case Text inner -> say(language, inner);
                    case LocalDate day -> day(nearest(language), day);
                    default -> argument;
                })
                .toArray();
        return messages.getMessage(text.key(), arguments, nearest(language));
    }

    private static String day(Locale language, LocalDate day) {
        String form = language.equals(Locale.ENGLISH) ? "d MMMM uuuu" : "uuuu年M月d日";
        return DateTimeFormatter.ofPattern(form, language).format(day);
    }

    /** Says the text of a key. */
    public String say(Locale language, String key, Object... arguments) {
        return say(language, Text.of(key, arguments));
    }

    /** Says the text of a key that need not be there. */
    public java.util.Optional<String> find(Locale language, String key) {
        return java.util.Optional.ofNullable(messages.getMessage(key, null, null, nearest(language)));
    }

    /** The message source, for Spring's own use. */
    public MessageSource source() {
        return messages;
    }
}
