package org.shengmo.ruler.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shengmo.ruler.dmn.DecisionTable;
import org.shengmo.ruler.feel.Expression;
import org.shengmo.ruler.sql.SqlType.Plain;

/**
 * The rows of a table that match as the bits of an integer. Where a column's cells only list texts or truth values, rows of the data are
 * parted by it first, so that each is held against the table's rows that can match it and not against all.
 */
final class SqlMasks {
    private static final int FEWEST_RULES = 6;
    private static final double WORTH = 0.7;

    /** Into how many parts the rows of one batch may fall: beyond, an engine spends more on the parts than it saves. */
    private static final int MOST_PARTS = 8;

    /** Equality with a constant, which is false and not null for null. */
    private static final Pattern EQUALITY =
            Pattern.compile("COALESCE\\((\"[^\"]*\"|`[^`]*`) = ('[^']*'|[0-9.]+|DATE '[^']*'|TRUE|FALSE), FALSE\\)");

    private final Dialect dialect;
    private final DecisionTable table;
    private final List<RowValue> inputs;

    /** @param inputs the input columns' values, null for one that is known before the run */
    SqlMasks(Dialect dialect, DecisionTable table, List<RowValue> inputs) {
        this.dialect = dialect;
        this.table = table;
        this.inputs = inputs;
    }

    /** A row of the table with the conditions that are left, by column. */
    record Rule(int row, long bit, Map<Integer, String> conditions) {
        Rule without(int column) {
            Map<Integer, String> rest = new TreeMap<>(conditions);
            rest.remove(column);
            return new Rule(row, bit, rest);
        }
    }

    String text(List<Rule> rules) {
        return text(rules, Set.of(), MOST_PARTS);
    }

    private String text(List<Rule> rules, Set<Integer> parted, int parts) {
        int column = rules.size() < FEWEST_RULES ? -1 : best(rules, parted, parts);
        if (column < 0) {
            return sum(rules);
        }
        Set<Integer> next = new HashSet<>(parted);
        next.add(column);
        Set<Object> values = values(rules, column);
        int left = parts / values.size();
        StringBuilder text =
                new StringBuilder("CASE ").append(inputs.get(column).text());
        for (Object value : values) {
            text.append(" WHEN ").append(literal(value)).append(" THEN ");
            text.append(text(matching(rules, column, value), next, left));
        }
        return text + " ELSE " + text(others(rules, column), next, left) + " END";
    }

    /** A condition of a CASE may be null where it is false: equality needs no COALESCE outside a negation. */
    static String condition(String text) {
        Matcher equality = EQUALITY.matcher(text);
        boolean plain = equality.replaceAll("").matches("[() OR]*");
        return plain ? equality.replaceAll("$1 = $2") : text;
    }

    private String literal(Object value) {
        return value instanceof String text ? dialect.text(text) : Boolean.TRUE.equals(value) ? "TRUE" : "FALSE";
    }

    /** The column that leaves the fewest rules to a row of the data, or -1 where none leaves few enough. */
    private int best(List<Rule> rules, Set<Integer> parted, int parts) {
        int best = -1;
        double fewest = rules.size() * WORTH;
        for (int column = 0; column < inputs.size(); column++) {
            Set<Object> values = parted.contains(column) ? Set.of() : values(rules, column);
            if (values.size() < 2 || values.size() > parts) {
                continue;
            }
            double left = 0;
            for (Object value : values) {
                left += matching(rules, column, value).size();
            }
            if (left / values.size() < fewest) {
                fewest = left / values.size();
                best = column;
            }
        }
        return best;
    }

    /** The literals that a column's cells list; none where a cell holds anything else. */
    private Set<Object> values(List<Rule> rules, int column) {
        RowValue input = inputs.get(column);
        if (input == null || input.local() || (input.sqlType() != Plain.TEXT && input.sqlType() != Plain.TRUTH)) {
            return Set.of();
        }
        Set<Object> values = new LinkedHashSet<>();
        for (Rule rule : rules) {
            Expression.UnaryTests tests = tests(rule, column);
            if (tests == null) {
                return Set.of();
            }
            for (Expression test : tests.tests()) {
                Object value = test instanceof Expression.Literal literal ? literal.value() : null;
                boolean fits = input.sqlType() == Plain.TEXT ? value instanceof String : value instanceof Boolean;
                if (!fits) {
                    return Set.of();
                }
                values.add(value);
            }
        }
        return values;
    }

    private Expression.UnaryTests tests(Rule rule, int column) {
        return table.rules().get(rule.row()).tests().get(column) instanceof Expression.UnaryTests tests ? tests : null;
    }

    private List<Rule> matching(List<Rule> rules, int column, Object value) {
        List<Rule> matching = new ArrayList<>();
        for (Rule rule : rules) {
            Expression.UnaryTests tests = tests(rule, column);
            boolean listed = tests.tests().stream()
                    .anyMatch(test -> test instanceof Expression.Literal literal
                            && literal.value().equals(value));
            if (tests.any() || listed != tests.negated()) {
                matching.add(rule.without(column));
            }
        }
        return matching;
    }

    /** Rules for a value that no cell lists, and for null: those that list nothing, or that list what must not be. */
    private List<Rule> others(List<Rule> rules, int column) {
        return rules.stream()
                .filter(rule -> tests(rule, column).any() || tests(rule, column).negated())
                .toList();
    }

    private static String sum(List<Rule> rules) {
        StringBuilder sum = new StringBuilder();
        for (Rule rule : rules) {
            String bit = "CAST(" + rule.bit() + " AS BIGINT)";
            sum.append(sum.isEmpty() ? "(" : " + ");
            sum.append(
                    rule.conditions().isEmpty()
                            ? bit
                            : "CASE WHEN "
                                    + String.join(" AND ", rule.conditions().values()) + " THEN " + bit
                                    + " ELSE 0 END");
        }
        return sum.isEmpty() ? "CAST(0 AS BIGINT)" : sum + ")";
    }
}
