package org.shengmo.ruler.feel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.shengmo.ruler.feel.Expression.Binary;
import org.shengmo.ruler.feel.Expression.Iteration;
import org.shengmo.ruler.feel.Expression.Literal;

/** Reads FEEL (DMN 1.5, 10.3.1.2) into expressions; names with blanks are recognised when they are known. */
public final class Parser {
    private static final List<BinaryOperator> COMPARISONS = List.of(
            BinaryOperator.LESS_OR_EQUAL,
            BinaryOperator.GREATER_OR_EQUAL,
            BinaryOperator.NOT_EQUAL,
            BinaryOperator.LESS,
            BinaryOperator.GREATER,
            BinaryOperator.EQUAL);

    private final Scanner scanner;
    private final PrimaryParser primaries;

    private Parser(String text, Collection<String> names) {
        this.scanner = new Scanner(text, names);
        this.primaries = new PrimaryParser(scanner, this);
    }

    /** Reads one expression; {@code names} are the names in scope that are more than one word. */
    public static Expression expression(String text, Collection<String> names) {
        Parser parser = new Parser(text, names);
        Expression expression = parser.expression();
        parser.end();
        return expression;
    }

    /** Reads the unary tests of a decision table's cell. */
    public static Expression unaryTests(String text, Collection<String> names) {
        Parser parser = new Parser(text, names);
        Expression tests = parser.tests();
        parser.end();
        return tests;
    }

    /** Reads a type as FEEL writes it. */
    public static FeelType type(String text) {
        Parser parser = new Parser(text, List.of());
        FeelType type = new TypeParser(parser.scanner).type();
        parser.end();
        return type;
    }

    private void end() {
        if (!scanner.atEnd()) {
            throw scanner.error("unexpected text");
        }
    }

    private Expression tests() {
        int start = scanner.position();
        if (scanner.accept("-") && scanner.atEnd()) {
            return new Expression.UnaryTests(false, true, List.of());
        }
        scanner.reset(start);
        if (scanner.acceptWord("not") && scanner.accept("(")) {
            List<Expression> tests = commaTests();
            if (scanner.accept(")") && scanner.atEnd()) {
                return new Expression.UnaryTests(true, false, tests);
            }
        }
        scanner.reset(start);
        return new Expression.UnaryTests(false, false, commaTests());
    }

    private List<Expression> commaTests() {
        List<Expression> tests = new ArrayList<>();
        do {
            tests.add(test());
        } while (scanner.accept(","));
        return tests;
    }

    private Expression test() {
        BinaryOperator operator = comparison();
        if (operator != null) {
            return new Expression.Comparison(operator, additive());
        }
        return expression();
    }

    BinaryOperator comparison() {
        for (BinaryOperator operator : COMPARISONS) {
            if (scanner.accept(operator.symbol())) {
                return operator;
            }
        }
        return null;
    }

    Expression expression() {
        if (scanner.acceptWord("if")) {
            Expression condition = expression();
            scanner.expectWord("then");
            Expression then = expression();
            scanner.expectWord("else");
            return new Expression.If(condition, then, expression());
        }
        if (scanner.acceptWord("for")) {
            List<Iteration> iterations = iterations("return");
            scanner.know("partial");
            return new Expression.For(iterations, expression());
        }
        if (scanner.seesWord("some") || scanner.seesWord("every")) {
            boolean every = scanner.seesWord("every");
            scanner.expectWord(every ? "every" : "some");
            List<Iteration> iterations = iterations("satisfies");
            return new Expression.Quantified(every, iterations, expression());
        }
        return disjunction();
    }

    private List<Iteration> iterations(String end) {
        List<Iteration> iterations = new ArrayList<>();
        do {
            String variable = scanner.nameUntil("in", ":");
            if (scanner.accept(":")) {
                new TypeParser(scanner).type();
            }
            scanner.expectWord("in");
            Expression domain = expression();
            Expression to = scanner.accept("..") ? expression() : null;
            scanner.know(variable);
            iterations.add(new Iteration(variable, domain, to));
        } while (scanner.accept(","));
        scanner.expectWord(end);
        return iterations;
    }

    private Expression disjunction() {
        Expression left = conjunction();
        while (scanner.acceptWord("or")) {
            left = new Binary(BinaryOperator.OR, left, conjunction());
        }
        return left;
    }

    private Expression conjunction() {
        Expression left = comparisons();
        while (scanner.acceptWord("and")) {
            left = new Binary(BinaryOperator.AND, left, comparisons());
        }
        return left;
    }

    private Expression comparisons() {
        Expression left = additive();
        while (true) {
            if (scanner.acceptWord("between")) {
                Expression low = additive();
                scanner.expectWord("and");
                left = new Expression.Between(left, low, additive());
            } else if (scanner.acceptWord("in")) {
                left = new Expression.In(left, inTests());
            } else {
                BinaryOperator operator = comparison();
                if (operator == null) {
                    return left;
                }
                left = new Binary(operator, left, additive());
            }
        }
    }

    private List<Expression> inTests() {
        int start = scanner.position();
        if (scanner.accept("(")) {
            try {
                List<Expression> tests = commaTests();
                if (scanner.accept(")")) {
                    return tests;
                }
            } catch (FeelSyntaxException notAList) {
                scanner.reset(start);
            }
        }
        scanner.reset(start);
        BinaryOperator operator = comparison();
        return List.of(operator == null ? additive() : new Expression.Comparison(operator, additive()));
    }

    Expression additive() {
        Expression left = multiplicative();
        while (true) {
            if (scanner.accept("+")) {
                left = new Binary(BinaryOperator.ADD, left, multiplicative());
            } else if (scanner.accept("-")) {
                left = new Binary(BinaryOperator.SUBTRACT, left, multiplicative());
            } else {
                return left;
            }
        }
    }

    private Expression multiplicative() {
        Expression left = power();
        while (true) {
            if (!scanner.sees("**") && scanner.accept("*")) {
                left = new Binary(BinaryOperator.MULTIPLY, left, power());
            } else if (scanner.accept("/")) {
                left = new Binary(BinaryOperator.DIVIDE, left, power());
            } else {
                return left;
            }
        }
    }

    private Expression power() {
        Expression left = negation();
        while (scanner.accept("**")) {
            left = new Binary(BinaryOperator.POWER, left, negation());
        }
        return left;
    }

    private Expression negation() {
        if (scanner.accept("-")) {
            String number = scanner.number();
            return number == null
                    ? new Expression.Negation(negation())
                    : instanceOf(new Literal(new BigDecimal(number).negate()));
        }
        return instanceOf(primaries.primary());
    }

    private Expression instanceOf(Expression primary) {
        Expression value = postfix(primary);
        int start = scanner.position();
        while (scanner.acceptWord("instance")) {
            if (!scanner.acceptWord("of")) {
                scanner.reset(start);
                return value;
            }
            value = new Expression.InstanceOf(value, new TypeParser(scanner).type());
        }
        return value;
    }

    private Expression postfix(Expression primary) {
        Expression value = primary;
        while (true) {
            if (scanner.sees("(") && callable(value)) {
                value = call(value);
            } else if (scanner.accept("[")) {
                scanner.know("item");
                Expression condition = expression();
                scanner.expect("]");
                value = new Expression.Filter(value, condition);
            } else if (!scanner.sees("..") && scanner.accept(".")) {
                value = new Expression.Path(value, scanner.name());
            } else {
                return value;
            }
        }
    }

    private static boolean callable(Expression value) {
        return !(value instanceof Literal) && !(value instanceof Expression.AtLiteral);
    }

    private Expression call(Expression function) {
        scanner.expect("(");
        List<Expression> arguments = new ArrayList<>();
        if (scanner.accept(")")) {
            return new Expression.Call(function, null, arguments);
        }
        List<String> names = new ArrayList<>();
        do {
            String name = argumentName();
            if (name != null) {
                names.add(name);
            }
            arguments.add(expression());
        } while (scanner.accept(","));
        scanner.expect(")");
        if (!names.isEmpty() && names.size() != arguments.size()) {
            throw scanner.error("arguments either all with names or all without");
        }
        return new Expression.Call(function, names.isEmpty() ? null : names, arguments);
    }

    private String argumentName() {
        int start = scanner.position();
        try {
            if (scanner.seesName()) {
                String name = scanner.nameUntil(":");
                scanner.expect(":");
                return name;
            }
        } catch (FeelSyntaxException positional) {
            scanner.reset(start);
        }
        return null;
    }
}
