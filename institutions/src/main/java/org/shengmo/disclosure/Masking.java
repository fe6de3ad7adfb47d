package org.shengmo.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Hides personal data in running text, field by field: what a field keeps at its two ends is the rule's, see the table
 * {@code disclosure-masking}. The text keeps its length. What is no personal data stays: amounts, dates, document and project
 * numbers, credit codes of firms, offices with their rooms and phones.
 */
public final class Masking {

    private static final char HIDDEN = '*';

    private final Map<Field, Keep> rules;

    /** @param rules what each field keeps; a field without a rule keeps nothing */
    public Masking(Map<Field, Keep> rules) {
        this.rules = Map.copyOf(rules);
    }

    /** What is hidden. */
    public enum Field {
        /** Citizens' numbers of 18 and 15 digits, passports. */
        ID_NUMBER,
        /** Mobile phones, and fixed ones that are no office's. */
        PHONE,
        /** Bank cards and accounts. */
        ACCOUNT,
        /** Where somebody lives, from the house on. */
        ADDRESS,
        /** Names of people who hold no office in the matter. */
        NAME
    }

    /**
     * What stays of a field.
     *
     * @param first characters at its beginning
     * @param last characters at its end
     */
    public record Keep(int first, int last) {}

    /** A place where something is to be hidden, {@code until} exclusive. */
    public record Hit(Field field, int from, int until) {}

    /**
     * A text fit for the public.
     *
     * @param hits what was hidden, in the text's order
     */
    public record Masked(String text, List<Hit> hits) {
        public Masked {
            hits = List.copyOf(hits);
        }
    }

    /** Masks a text. */
    public Masked mask(String text) {
        return mask(text, List.of());
    }

    /**
     * Masks a text.
     *
     * @param names names that are hidden wherever they stand, such as the applicant's
     */
    public Masked mask(String text, Collection<String> names) {
        String plain = halfWidth(text);
        BitSet taken = new BitSet(text.length());
        List<Hit> hits = new ArrayList<>();
        take(IdNumbers.in(plain), taken, hits);
        take(AccountNumbers.cued(plain), taken, hits);
        take(PhoneNumbers.in(plain), taken, hits);
        take(AccountNumbers.cards(plain), taken, hits);
        take(HomeAddresses.in(plain), taken, hits);
        take(PersonNames.known(text, names), taken, hits);
        take(PersonNames.cued(text), taken, hits);
        hits.sort(Comparator.comparingInt(Hit::from));
        StringBuilder masked = new StringBuilder(text);
        hits.forEach(hit -> hide(masked, hit));
        return new Masked(masked.toString(), hits);
    }

    private static void take(List<Hit> found, BitSet taken, List<Hit> hits) {
        for (Hit hit : found) {
            if (taken.get(hit.from(), hit.until()).isEmpty()) {
                taken.set(hit.from(), hit.until());
                hits.add(hit);
            }
        }
    }

    /** Letters and digits are hidden, what stands between them stays. */
    private void hide(StringBuilder text, Hit hit) {
        Keep keep = rules.getOrDefault(hit.field(), new Keep(0, 0));
        List<Integer> places = new ArrayList<>();
        for (int i = hit.from(); i < hit.until(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                places.add(i);
            }
        }
        boolean tooShort = places.size() <= keep.first() + keep.last();
        for (int i = 0; i < places.size(); i++) {
            if (tooShort || (i >= keep.first() && i < places.size() - keep.last())) {
                text.setCharAt(places.get(i), HIDDEN);
            }
        }
    }

    /** Full-width digits, letters and signs as half-width ones, each in its place. */
    private static String halfWidth(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '\u3000' || c == '\u00a0') {
                plain.setCharAt(i, ' ');
            } else if ((c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ')) {
                plain.setCharAt(i, (char) (c - 0xFEE0));
            } else if (c == '－' || c == '–' || c == '—') {
                plain.setCharAt(i, '-');
            } else if (c == '＋') {
                plain.setCharAt(i, '+');
            }
        }
        return plain.toString();
    }
}
