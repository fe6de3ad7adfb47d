package org.shengmo.ledger;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the program says, in Chinese or English. */
final class Wording {

    private final ResourceBundle bundle;

    private Wording(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** Chinese for a Chinese locale, English for every other. */
    static Wording of(Locale locale) {
        Locale known = locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Wording(ResourceBundle.getBundle("org.shengmo.ledger.messages", known, exact));
    }

    String say(String key, Object... arguments) {
        Object[] texts = Arrays.stream(arguments).map(String::valueOf).toArray();
        return MessageFormat.format(bundle.getString(key), texts);
    }

    /** A text without places to fill. */
    String plain(String key) {
        return bundle.getString(key);
    }

    String say(Fault fault) {
        Object[] arguments = new Object[fault.details().size() + 1];
        arguments[0] = fault.place();
        System.arraycopy(
                fault.details().toArray(), 0, arguments, 1, fault.details().size());
        return say("ledger.fault." + fault.kind(), arguments);
    }
}
