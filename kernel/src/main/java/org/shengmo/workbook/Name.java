package org.shengmo.workbook;

import java.util.Locale;

/**
 * What a sheet, a column or a choice is called in both languages. Readers match either, whatever the case.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Name(String zh, String en) {

    /** The name in a language: Chinese unless English is asked for. */
    public String in(Locale language) {
        return language.getLanguage().equals("en") ? en : zh;
    }

    /** Whether a text found in a workbook is this name. */
    public boolean matches(String text) {
        return text.strip().equalsIgnoreCase(zh) || text.strip().equalsIgnoreCase(en);
    }
}
