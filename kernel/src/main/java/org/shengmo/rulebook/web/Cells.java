package org.shengmo.rulebook.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shengmo.access.web.Page;
import org.shengmo.rulebook.DecisionTable.Column;

/** A table's cells in the reader's words: FEEL tests and literals, with the words that the table gives its codes. */
final class Cells {

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern RANGE =
            Pattern.compile("([\\[(\\]])\\s*([^.\\s]+)\\s*\\.\\.\\s*([^\\s\\])\\[]+)\\s*([\\])\\[])");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>|!=)\\s*(\\S+)");
    private static final Pattern NEGATION = Pattern.compile("not\\((.*)\\)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final Page page;

    Cells(Page page) {
        this.page = page;
    }

    boolean english() {
        return page.language().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    String label(Column column) {
        return english() ? column.english() : column.label();
    }

    /** What a code is called in a column. */
    String value(Column column, Object code) {
        return column.values().stream()
                .filter(value -> value.code().equals(code))
                .findFirst()
                .map(value -> english() ? value.english() : value.label())
                .orElseGet(() -> page.value(code));
    }

    String condition(Column column, String feel) {
        if (feel.equals("-") || feel.isEmpty()) {
            return page.say("rulebook.cell.any");
        }
        Matcher negation = NEGATION.matcher(feel);
        if (negation.matches()) {
            return page.say("rulebook.cell.not", condition(column, negation.group(1)));
        }
        Matcher range = RANGE.matcher(feel);
        if (range.matches()) {
            return page.say(
                    "rulebook.cell.range",
                    page.say(
                            range.group(1).equals("[") ? "rulebook.cell.from" : "rulebook.cell.over",
                            scalar(range.group(2))),
                    page.say(
                            range.group(4).equals("]") ? "rulebook.cell.to" : "rulebook.cell.under",
                            scalar(range.group(3))));
        }
        Matcher comparison = COMPARISON.matcher(feel);
        if (comparison.matches()) {
            return page.say("rulebook.cell." + name(comparison.group(1)), scalar(comparison.group(2)));
        }
        return words(column, feel);
    }

    /** An output's literal. */
    String result(Column column, String feel) {
        return feel.isEmpty() || feel.equals("null") ? page.say("rulebook.cell.none") : words(column, feel);
    }

    private static String name(String operator) {
        return switch (operator) {
            case "<=" -> "to";
            case ">=" -> "from";
            case "<" -> "under";
            case ">" -> "over";
            default -> "other";
        };
    }

    private String words(Column column, String feel) {
        if (feel.equals("true") || feel.equals("false")) {
            return page.value(Boolean.valueOf(feel));
        }
        List<String> codes =
                LITERAL.matcher(feel).results().map(found -> found.group(1)).toList();
        if (!codes.isEmpty() && LITERAL.matcher(feel).replaceAll("").matches("[\\s,]*")) {
            return String.join(
                    page.say("rulebook.cell.or"),
                    codes.stream().map(code -> value(column, code)).toList());
        }
        return scalar(feel);
    }

    private String scalar(String feel) {
        Matcher date = Pattern.compile("date\\(\"(\\d{4}-\\d{2}-\\d{2})\"\\)").matcher(feel);
        if (date.matches()) {
            return page.date(java.time.LocalDate.parse(date.group(1)));
        }
        return NUMBER.matcher(feel).matches() ? page.number(new java.math.BigDecimal(feel)) : feel;
    }
}
