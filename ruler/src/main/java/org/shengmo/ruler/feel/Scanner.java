package org.shengmo.ruler.feel;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Characters, words and names of FEEL text; a name may hold blanks and operators when it is known in the scope. */
final class Scanner {
    private final String text;
    private final Map<Integer, TreeSet<String>> known = new HashMap<>();
    private int position;

    Scanner(String text, Collection<String> names) {
        this.text = text;
        names.forEach(this::know);
    }

    void know(String name) {
        if (!name.isEmpty()) {
            known.computeIfAbsent(name.codePointAt(0), first -> new TreeSet<>(Scanner::longestFirst))
                    .add(name);
        }
    }

    private static int longestFirst(String left, String right) {
        return left.length() != right.length() ? right.length() - left.length() : left.compareTo(right);
    }

    int position() {
        return position;
    }

    void reset(int to) {
        position = to;
    }

    FeelSyntaxException error(String message) {
        return new FeelSyntaxException(message, text, position);
    }

    boolean atEnd() {
        skip();
        return position >= text.length();
    }

    /** Passes blanks and comments. */
    void skip() {
        while (position < text.length()) {
            if (isBlank(text.charAt(position))) {
                position++;
            } else if (text.startsWith("//", position)) {
                position = endOr(text.indexOf('\n', position), 0);
            } else if (text.startsWith("/*", position)) {
                position = endOr(text.indexOf("*/", position + 2), 2);
            } else {
                return;
            }
        }
    }

    private int endOr(int found, int length) {
        return found < 0 ? text.length() : found + length;
    }

    static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\uFEFF';
    }

    boolean sees(String symbol) {
        skip();
        return text.startsWith(symbol, position);
    }

    boolean accept(String symbol) {
        if (sees(symbol)) {
            position += symbol.length();
            return true;
        }
        return false;
    }

    void expect(String symbol) {
        if (!accept(symbol)) {
            throw error("'" + symbol + "' expected");
        }
    }

    boolean seesWord(String word) {
        skip();
        int end = position + word.length();
        return text.startsWith(word, position)
                && (end >= text.length() || !isPart(text.codePointAt(end)))
                && knownName().length() <= word.length();
    }

    boolean acceptWord(String word) {
        if (seesWord(word)) {
            position += word.length();
            return true;
        }
        return false;
    }

    void expectWord(String word) {
        if (!acceptWord(word)) {
            throw error("'" + word + "' expected");
        }
    }

    char peek() {
        skip();
        return position < text.length() ? text.charAt(position) : '\0';
    }

    boolean seesName() {
        skip();
        return position < text.length() && isStart(text.codePointAt(position));
    }

    /** The longest known name here, else the plain word. */
    String name() {
        if (!seesName()) {
            throw error("name expected");
        }
        String matched = knownName();
        String word = word();
        if (matched.length() > word.length()) {
            for (String name : known.get(text.codePointAt(position))) {
                int end = matchEnd(name);
                if (end >= 0) {
                    position = end;
                    return name;
                }
            }
        }
        position += word.length();
        return word;
    }

    /** Everything up to one of the stops, blanks joined; for names that are being declared. */
    String nameUntil(String... stops) {
        int start = position;
        skip();
        StringBuilder name = new StringBuilder();
        while (position < text.length()) {
            for (String stop : stops) {
                boolean word = Character.isLetter(stop.charAt(0));
                if (text.startsWith(stop, position)
                        && (!word
                                || (!name.isEmpty()
                                        && isBlank(text.charAt(position - 1))
                                        && (position + stop.length() >= text.length()
                                                || !isPart(text.codePointAt(position + stop.length())))))) {
                    String found = name.toString().strip().replaceAll("[\\s\u00A0]+", " ");
                    if (found.isEmpty() || !isStart(found.codePointAt(0))) {
                        position = start;
                        throw error("name expected");
                    }
                    return found;
                }
            }
            char character = text.charAt(position);
            if (!isBlank(character) && !isPart(text.codePointAt(position)) && "-+*/.'\u2019".indexOf(character) < 0) {
                break;
            }
            int codePoint = text.codePointAt(position);
            name.appendCodePoint(codePoint);
            position += Character.charCount(codePoint);
        }
        position = start;
        throw error("'" + stops[0] + "' expected");
    }

    private String knownName() {
        if (position >= text.length()) {
            return "";
        }
        TreeSet<String> names = known.get(text.codePointAt(position));
        if (names == null) {
            return "";
        }
        for (String name : names) {
            int end = matchEnd(name);
            if (end >= 0) {
                return text.substring(position, end);
            }
        }
        return "";
    }

    /** Where the text stops matching a name, blanks counting as one or as none beside operators; -1 without a match. */
    private int matchEnd(String name) {
        int at = position;
        int index = 0;
        while (index < name.length()) {
            char wanted = name.charAt(index);
            if (isBlank(wanted)) {
                int start = at;
                while (at < text.length() && isBlank(text.charAt(at))) {
                    at++;
                }
                if (at == start && bothParts(name, index)) {
                    return -1;
                }
                index++;
            } else {
                if (at < text.length() && isBlank(text.charAt(at)) && at > position && "-+*/.'".indexOf(wanted) >= 0) {
                    while (at < text.length() && isBlank(text.charAt(at))) {
                        at++;
                    }
                }
                if (at >= text.length() || text.charAt(at) != wanted) {
                    return -1;
                }
                at++;
                index++;
            }
        }
        boolean partEnd = isPart(name.codePointBefore(name.length()));
        return partEnd && at < text.length() && isPart(text.codePointAt(at)) ? -1 : at;
    }

    private static boolean bothParts(String name, int blank) {
        return blank > 0
                && blank + 1 < name.length()
                && isPart(name.codePointBefore(blank))
                && isPart(name.codePointAt(blank + 1));
    }

    private String word() {
        int end = position;
        while (end < text.length() && isPart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(position, end);
    }

    static boolean isStart(int character) {
        return character == '?'
                || character == '_'
                || Character.isLetter(character)
                || (character >= 0x200C && character <= 0x200D)
                || (character >= 0x2070 && character <= 0x218F)
                || (character >= 0x10000 && character <= 0xEFFFF);
    }

    static boolean isPart(int character) {
        return isStart(character)
                || Character.isDigit(character)
                || character == 0xB7
                || (character >= 0x300 && character <= 0x36F)
                || (character >= 0x203F && character <= 0x2040);
    }

    /** A number as FEEL writes it, or null. */
    String number() {
        skip();
        int end = position;
        int digits = 0;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
            digits++;
        }
        if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
            end++;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
                digits++;
            }
        }
        if (digits == 0) {
            return null;
        }
        end = exponent(end);
        String found = text.substring(position, end);
        position = end;
        return found;
    }

    private int exponent(int end) {
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int at = end + 1;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            int start = at;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
            return at > start ? at : end;
        }
        return end;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** A string in double quotes with its escapes resolved. */
    String string() {
        expect("\"");
        StringBuilder value = new StringBuilder();
        while (true) {
            if (position >= text.length()) {
                throw error("closing quote expected");
            }
            char character = text.charAt(position++);
            if (character == '"') {
                return value.toString();
            } else if (character == '\\' && position < text.length()) {
                escape(value);
            } else {
                value.append(character);
            }
        }
    }

    private void escape(StringBuilder value) {
        char character = text.charAt(position++);
        switch (character) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case '"', '\\', '\'' -> value.append(character);
            case 'u' -> value.appendCodePoint(hex(4));
            case 'U' -> value.appendCodePoint(hex(6));
            default -> value.append('\\').append(character);
        }
    }

    private int hex(int length) {
        if (position + length > text.length()) {
            throw error("hexadecimal digits expected");
        }
        String digits = text.substring(position, position + length);
        try {
            int value = Integer.parseInt(digits, 16);
            position += length;
            return value;
        } catch (NumberFormatException notHexadecimal) {
            throw error("hexadecimal digits expected");
        }
    }
}
