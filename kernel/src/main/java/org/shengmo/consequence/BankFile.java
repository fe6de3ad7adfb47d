package org.shengmo.consequence;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;

/** A bank's csv of payments that came in: {@code reference,date,amount,remark}. */
record BankFile(List<Line> lines) {

    private static final String HEADER = "reference,date,amount,remark";
    private static final int COLUMNS = 4;
    private static final Pattern NUMBER = Pattern.compile("(?:追缴|R)\\s*(\\d{1,12})");

    record Line(String reference, LocalDate on, BigDecimal amount, String remark) {

        /** The recovery that the remark names. */
        OptionalLong recovery() {
            Matcher found = NUMBER.matcher(remark);
            return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
        }
    }

    /** @throws Invalid with every fault, placed by line */
    static BankFile read(String name, byte[] csv) {
        String text =
                new String(csv, StandardCharsets.UTF_8).replace("\uFEFF", "").replace("\r", "");
        List<String> rows = text.lines().toList();
        if (rows.isEmpty() || !rows.getFirst().replace(" ", "").equals(HEADER)) {
            throw Invalid.at("file", "consequence.bank.header", HEADER);
        }
        List<Line> lines = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<String> references = new HashSet<>();
        for (int i = 1; i < rows.size(); i++) {
            if (!rows.get(i).isBlank()) {
                line(rows.get(i), name + ":" + (i + 1), lines, faults, references);
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new BankFile(List.copyOf(lines));
    }

    private static void line(String row, String place, List<Line> lines, List<Fault> faults, Set<String> references) {
        String[] cells = row.split(",", COLUMNS);
        if (cells.length < COLUMNS || cells[0].isBlank()) {
            faults.add(new Fault(place, Text.of("consequence.bank.columns", HEADER)));
            return;
        }
        if (!references.add(cells[0].strip())) {
            faults.add(new Fault(place, Text.of("consequence.bank.twice", cells[0].strip())));
            return;
        }
        try {
            BigDecimal amount = new BigDecimal(cells[2].strip());
            if (amount.signum() <= 0 || amount.scale() > 2) {
                throw new NumberFormatException();
            }
            lines.add(new Line(
                    cells[0].strip(), LocalDate.parse(cells[1].strip()), amount.setScale(2), cells[3].strip()));
        } catch (DateTimeException | NumberFormatException wrong) {
            faults.add(new Fault(place, Text.of("consequence.bank.value", cells[1].strip(), cells[2].strip())));
        }
    }
}
