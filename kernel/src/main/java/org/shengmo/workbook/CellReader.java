package org.shengmo.workbook;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.shengmo.wording.Text;

/** Reads one cell as its column's form demands. */
final class CellReader {

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?|(\\d{4})(\\d{2})(\\d{2})");
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_NUMBER = 40;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private CellReader() {}

    /** A value or what is wrong with it; both null for an empty cell. */
    record Read(Object value, Text fault) {
        static final Read EMPTY = new Read(null, null);

        static Read of(Object value) {
            return new Read(value, null);
        }

        static Read fault(String key, Object... arguments) {
            return new Read(null, Text.of(key, arguments));
        }
    }

    static Read read(Cell cell, CellForm form) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Read.EMPTY;
        }
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return Read.fault("workbook.cell.formula");
        }
        if (cell.getType() == CellType.ERROR) {
            return Read.fault("workbook.cell.error", String.valueOf(cell.getRawValue()));
        }
        String text = text(cell);
        if (text.isEmpty()) {
            return Read.EMPTY;
        }
        return switch (form) {
            case CellForm.Text allowed -> bounded(text, allowed.longest());
            case CellForm.Code code -> code(text);
            case CellForm.Reference reference -> code(text);
            case CellForm.Known known -> known(text, known);
            case CellForm.WholeNumber allowed -> whole(text, allowed);
            case CellForm.DecimalNumber allowed -> decimal(text, allowed);
            case CellForm.Date date -> cell.getType() == CellType.NUMBER ? serial(cell, text) : day(text);
            case CellForm.Choice choice -> choice(text, choice);
        };
    }

    static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> plain(cell.asNumber());
            case BOOLEAN -> cell.asBoolean().toString();
            default -> String.valueOf(cell.getText()).strip();
        };
    }

    private static String plain(BigDecimal number) {
        return Math.abs(number.scale()) > LONGEST_NUMBER
                ? number.toString()
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Read bounded(String text, int longest) {
        int length = text.codePointCount(0, text.length());
        return length <= longest ? Read.of(text) : Read.fault("workbook.cell.too-long", length, longest);
    }

    private static Read code(String text) {
        boolean right = text.length() <= LONGEST_CODE
                && text.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
        return right ? Read.of(text) : Read.fault("workbook.cell.code", shown(text), LONGEST_CODE);
    }

    private static Read known(String text, CellForm.Known form) {
        Read code = code(text);
        return code.fault() != null || form.known().test(text) ? code : Read.fault(form.fault(), text);
    }

    private static Read whole(String text, CellForm.WholeNumber allowed) {
        try {
            long number = number(text).longValueExact();
            return number >= allowed.least() && number <= allowed.most()
                    ? Read.of(number)
                    : Read.fault("workbook.cell.out-of-range", shown(text), allowed.least(), allowed.most());
        } catch (ArithmeticException | NumberFormatException e) {
            return Read.fault("workbook.cell.whole", shown(text));
        }
    }

    private static Read decimal(String text, CellForm.DecimalNumber allowed) {
        try {
            BigDecimal number = number(text);
            return number.scale() <= allowed.scale()
                    ? Read.of(number)
                    : Read.fault("workbook.cell.scale", shown(text), allowed.scale());
        } catch (NumberFormatException e) {
            return Read.fault("workbook.cell.number", shown(text));
        }
    }

    /** Bounded in length, and no exponents: {@code 1E999999999} would cost memory. */
    private static BigDecimal number(String text) {
        if (text.length() > LONGEST_NUMBER || text.indexOf('E') >= 0 || text.indexOf('e') >= 0) {
            throw new NumberFormatException("not a plain number");
        }
        return new BigDecimal(text.replace(",", "").replace("，", ""));
    }

    /** A number in a date column is the spreadsheet's serial day, or a day written as eight digits. */
    private static Read serial(Cell cell, String text) {
        if (text.length() == 8) {
            return day(text);
        }
        try {
            LocalDateTime moment = cell.asDate();
            LocalDate day = moment.toLocalDate();
            boolean whole = cell.asNumber().stripTrailingZeros().scale() <= 0;
            return whole && sensible(day) ? Read.of(day) : Read.fault("workbook.cell.date", shown(text));
        } catch (ArithmeticException | DateTimeException e) {
            return Read.fault("workbook.cell.date", shown(text));
        }
    }

    private static Read day(String text) {
        Matcher found = DAY.matcher(text);
        if (!found.matches()) {
            return Read.fault("workbook.cell.date", shown(text));
        }
        int group = found.group(1) == null ? 4 : 1;
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(found.group(group)),
                    Integer.parseInt(found.group(group + 1)),
                    Integer.parseInt(found.group(group + 2)));
            return sensible(day) ? Read.of(day) : Read.fault("workbook.cell.date", shown(text));
        } catch (DateTimeException e) {
            return Read.fault("workbook.cell.date", shown(text));
        }
    }

    private static boolean sensible(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    private static Read choice(String text, CellForm.Choice choice) {
        for (CellForm.Option option : choice.options()) {
            if (option.value().equalsIgnoreCase(text) || option.name().matches(text)) {
                return Read.of(option.value());
            }
        }
        return Read.fault(
                "workbook.cell.choice",
                shown(text),
                String.join(
                        "、",
                        choice.options().stream().map(each -> each.name().zh()).toList()),
                String.join(
                        ", ",
                        choice.options().stream().map(each -> each.name().en()).toList()));
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_CODE ? text : text.substring(0, LONGEST_CODE) + "…";
    }
}
