package org.shengmo.ruler.feel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.shengmo.ruler.feel.Expression.Literal;
import org.shengmo.ruler.feel.Expression.Name;
import org.shengmo.ruler.feel.Expression.Parameter;

/** Reads what stands between operators: literals, names, functions, contexts, lists, ranges and what is in parentheses. */
final class PrimaryParser {
    private final Scanner scanner;
    private final Parser parser;

    PrimaryParser(Scanner scanner, Parser parser) {
        this.scanner = scanner;
        this.parser = parser;
    }

    Expression primary() {
        char first = scanner.peek();
        if (first == '"') {
            return new Literal(scanner.string());
        }
        if (first == '@') {
            scanner.expect("@");
            scanner.skip();
            return new Expression.AtLiteral(scanner.string());
        }
        if (first == '{') {
            return context();
        }
        if (first == '(') {
            return parenthesis();
        }
        if (first == '[' || first == ']') {
            return bracket();
        }
        String number = scanner.number();
        if (number != null) {
            return new Literal(new BigDecimal(number));
        }
        return named();
    }

    private Expression named() {
        if (scanner.acceptWord("true")) {
            return new Literal(true);
        }
        if (scanner.acceptWord("false")) {
            return new Literal(false);
        }
        if (scanner.acceptWord("null")) {
            return new Literal(null);
        }
        int start = scanner.position();
        if (scanner.acceptWord("function")) {
            if (scanner.sees("(")) {
                return function();
            }
            scanner.reset(start);
        }
        for (String reserved : List.of("then", "else", "return", "satisfies", "in", "and", "or", "between")) {
            if (scanner.seesWord(reserved)) {
                throw scanner.error("unexpected '" + reserved + "'");
            }
        }
        return new Name(scanner.name());
    }

    private Expression function() {
        scanner.expect("(");
        List<Parameter> parameters = new ArrayList<>();
        if (!scanner.accept(")")) {
            do {
                String name = scanner.nameUntil(":", ",", ")");
                FeelType type = scanner.accept(":") ? new TypeParser(scanner).type() : null;
                parameters.add(new Parameter(name, type));
                scanner.know(name);
            } while (scanner.accept(","));
            scanner.expect(")");
        }
        FeelType result = scanner.accept("->") ? new TypeParser(scanner).type() : null;
        boolean external = scanner.acceptWord("external");
        return new Expression.Function(parameters, result, parser.expression(), external);
    }

    private Expression context() {
        scanner.expect("{");
        List<Expression.Entry> entries = new ArrayList<>();
        if (scanner.accept("}")) {
            return new Expression.Context(entries, null);
        }
        do {
            String name = scanner.sees("\"") ? scanner.string() : scanner.nameUntil(":");
            scanner.expect(":");
            Expression value = parser.expression();
            scanner.know(name);
            entries.add(new Expression.Entry(name, null, value));
        } while (scanner.accept(","));
        scanner.expect("}");
        return new Expression.Context(entries, null);
    }

    private Expression parenthesis() {
        scanner.expect("(");
        BinaryOperator operator = parser.comparison();
        if (operator != null) {
            Expression bound = parser.additive();
            scanner.expect(")");
            return unbounded(operator, bound);
        }
        Expression first = parser.expression();
        if (scanner.accept("..")) {
            return rangeEnd(false, first);
        }
        scanner.expect(")");
        return first;
    }

    private static Expression unbounded(BinaryOperator operator, Expression bound) {
        return switch (operator) {
            case LESS -> new Expression.Range(false, null, bound, false);
            case LESS_OR_EQUAL -> new Expression.Range(false, null, bound, true);
            case GREATER -> new Expression.Range(false, bound, null, false);
            case GREATER_OR_EQUAL -> new Expression.Range(true, bound, null, false);
            case EQUAL -> new Expression.Range(true, bound, bound, true);
            default -> new Expression.Comparison(operator, bound);
        };
    }

    private Expression bracket() {
        if (scanner.accept("]")) {
            Expression low = parser.additive();
            scanner.expect("..");
            return rangeEnd(false, low);
        }
        scanner.expect("[");
        List<Expression> items = new ArrayList<>();
        if (scanner.accept("]")) {
            return new Expression.ListOf(items);
        }
        do {
            items.add(parser.expression());
            if (items.size() == 1 && scanner.accept("..")) {
                return rangeEnd(true, items.get(0));
            }
        } while (scanner.accept(","));
        scanner.expect("]");
        return new Expression.ListOf(items);
    }

    private Expression rangeEnd(boolean lowIncluded, Expression low) {
        Expression high = parser.additive();
        if (scanner.accept("]")) {
            return new Expression.Range(lowIncluded, low, high, true);
        }
        if (scanner.accept(")") || scanner.accept("[")) {
            return new Expression.Range(lowIncluded, low, high, false);
        }
        throw scanner.error("end of the range expected");
    }
}
