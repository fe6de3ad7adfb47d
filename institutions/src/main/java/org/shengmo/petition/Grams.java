package org.shengmo.petition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text as the pieces by which it is found and compared: each pair of neighbouring Chinese characters, and each Latin word
 * or number whole. Chinese has no blanks between words; pairs find any word of two characters and need no dictionary.
 */
public final class Grams {

    private Grams() {}

    /** The pieces of a text, each once, in their order. */
    public static Set<String> of(String text) {
        Set<String> grams = new LinkedHashSet<>();
        StringBuilder word = new StringBuilder();
        int before = -1;
        for (int point : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            boolean han = Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
            if (han && before >= 0) {
                grams.add(Character.toString(before) + Character.toString(point));
            }
            before = han ? point : -1;
            if (!han && Character.isLetterOrDigit(point)) {
                word.appendCodePoint(point);
            } else if (!word.isEmpty()) {
                grams.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            grams.add(word.toString());
        }
        return grams;
    }

    /** How much two sets of pieces have in common: shared over all, 0 to 1. */
    static double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long shared = one.stream().filter(other::contains).count();
        return (double) shared / (one.size() + other.size() - shared);
    }

    /** Pieces that follow each other in a text, put together again: 饮水, 水管 become 饮水管. */
    static List<String> joined(String text, Set<String> pieces) {
        List<String> words = new java.util.ArrayList<>();
        String last = null;
        for (String gram : of(text)) {
            if (!pieces.contains(gram)) {
                last = null;
                continue;
            }
            boolean goesOn = last != null
                    && Character.UnicodeScript.of(gram.codePointAt(0)) == Character.UnicodeScript.HAN
                    && last.codePointBefore(last.length()) == gram.codePointAt(0);
            if (goesOn) {
                words.set(words.size() - 1, words.getLast() + Character.toString(gram.codePointBefore(gram.length())));
            } else {
                words.add(gram);
            }
            last = gram;
        }
        return words.stream().distinct().toList();
    }
}
