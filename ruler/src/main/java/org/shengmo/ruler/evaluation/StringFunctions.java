package org.shengmo.ruler.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** String functions (DMN 1.5, table 74). Lengths and positions count characters, not UTF-16 units. */
final class StringFunctions {
    private StringFunctions() {}

    static void define(Builtins builtins) {
        builtins.define("string", "from", arguments -> Strings.of(arguments.any(0)));
        builtins.define(
                "string length",
                "string",
                arguments -> BigDecimal.valueOf(arguments
                        .string(0)
                        .codePointCount(0, arguments.string(0).length())));
        builtins.define(
                "substring", "string, start position | string, start position, length", StringFunctions::substring);
        builtins.define("upper case", "string", arguments -> arguments.string(0).toUpperCase(Locale.ROOT));
        builtins.define("lower case", "string", arguments -> arguments.string(0).toLowerCase(Locale.ROOT));
        builtins.define("substring before", "string, match", arguments -> {
            int found = arguments.string(0).indexOf(arguments.string(1));
            return found < 0 ? "" : arguments.string(0).substring(0, found);
        });
        builtins.define("substring after", "string, match", arguments -> {
            int found = arguments.string(0).indexOf(arguments.string(1));
            return found < 0
                    ? ""
                    : arguments.string(0).substring(found + arguments.string(1).length());
        });
        builtins.define(
                "contains", "string, match", arguments -> arguments.string(0).contains(arguments.string(1)));
        builtins.define(
                "starts with", "string, match", arguments -> arguments.string(0).startsWith(arguments.string(1)));
        builtins.define(
                "ends with", "string, match", arguments -> arguments.string(0).endsWith(arguments.string(1)));
        builtins.define(
                "matches",
                "input, pattern | input, pattern, flags",
                arguments -> pattern(arguments.string(1), arguments.stringOr(2, ""))
                        .matcher(arguments.string(0))
                        .find());
        builtins.define(
                "replace",
                "input, pattern, replacement | input, pattern, replacement, flags",
                StringFunctions::replace);
        builtins.define("split", "string, delimiter", StringFunctions::split);
        builtins.define("string join", "list | list, delimiter", StringFunctions::join);
    }

    private static String substring(Arguments arguments) {
        int[] characters = arguments.string(0).codePoints().toArray();
        int start = arguments.whole(1);
        if (start == 0 || Math.abs(start) > characters.length) {
            return null;
        }
        int from = start > 0 ? start - 1 : characters.length + start;
        int length = arguments.has(2) && arguments.any(2) != null ? arguments.whole(2) : characters.length;
        if (length < 1) {
            return null;
        }
        return new String(characters, from, Math.min(length, characters.length - from));
    }

    /** A pattern as XPath and XQuery Functions write it, in Java's spelling. */
    static Pattern pattern(String pattern, String flags) {
        int compiled = 0;
        for (int index = 0; index < flags.length(); index++) {
            char flag = flags.charAt(index);
            compiled |= switch (flag) {
                case 's' -> Pattern.DOTALL;
                case 'm' -> Pattern.MULTILINE;
                case 'i' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                case 'x' -> Pattern.COMMENTS;
                case 'q' -> Pattern.LITERAL;
                default -> throw new Fault("no such flag: " + flag);
            };
        }
        try {
            return Pattern.compile(
                    translate(pattern, (compiled & Pattern.COMMENTS) != 0), compiled & ~Pattern.COMMENTS);
        } catch (PatternSyntaxException notAPattern) {
            throw new Fault(notAPattern.getMessage());
        }
    }

    private static String translate(String pattern, boolean withoutBlanks) {
        String java = withoutBlanks ? stripBlanks(pattern) : pattern;
        return java.replaceAll("-\\[([^\\]]*)\\]\\]", "&&[^$1]]")
                .replace("\\i", "[A-Za-z_:]")
                .replace("\\c", "[-.0-9:A-Z_a-z]")
                .replaceAll("\\\\(p|P)\\{Is", "\\\\$1{In");
    }

    private static String stripBlanks(String pattern) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        for (int index = 0; index < pattern.length(); index++) {
            char character = pattern.charAt(index);
            depth += character == '[' ? 1 : character == ']' ? -1 : 0;
            if (depth > 0 || !Character.isWhitespace(character)) {
                kept.append(character);
            }
        }
        return kept.toString();
    }

    private static String replace(Arguments arguments) {
        Pattern pattern = pattern(arguments.string(1), arguments.stringOr(3, ""));
        String replacement = arguments.string(2);
        Matcher matcher = pattern.matcher(arguments.string(0));
        if ((pattern.flags() & Pattern.LITERAL) != 0) {
            return matcher.replaceAll(Matcher.quoteReplacement(replacement));
        }
        try {
            return matcher.replaceAll(replacement);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notAReplacement) {
            return null;
        }
    }

    private static List<Object> split(Arguments arguments) {
        List<Object> parts = new ArrayList<>();
        Matcher matcher = pattern(arguments.string(1), "").matcher(arguments.string(0));
        int from = 0;
        while (matcher.find()) {
            if (matcher.end() > 0) {
                parts.add(arguments.string(0).substring(from, matcher.start()));
                from = matcher.end();
            }
        }
        parts.add(arguments.string(0).substring(from));
        return parts;
    }

    private static String join(Arguments arguments) {
        List<String> parts = new ArrayList<>();
        for (Object part : arguments.list(0)) {
            if (part instanceof String text) {
                parts.add(text);
            } else if (part != null) {
                return null;
            }
        }
        return String.join(arguments.stringOr(1, ""), parts);
    }
}
