package org.shengmo.ruler.check;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a run can't do with what it was given, said in the reader's language with what to do about it. */
public final class CheckRefused extends RuntimeException {

    private static final String BUNDLE = "org.shengmo.ruler.check.messages";

    private final String key;
    private final transient Object[] arguments;

    CheckRefused(String key, Object... arguments) {
        super(say(Locale.ENGLISH, key, arguments));
        this.key = key;
        this.arguments = arguments;
    }

    /** The message's key in the bundles beside this class. */
    public String key() {
        return key;
    }

    /** The message in a language; Chinese for any but English. */
    public String message(Locale locale) {
        return say(locale, key, arguments);
    }

    static String say(Locale locale, String key, Object... arguments) {
        var bundle = ResourceBundle.getBundle(
                BUNDLE,
                Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
