package org.shengmo.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Verification;

/**
 * What a decision table answered.
 *
 * @param table the table's code
 * @param version the version that answered, by the date it took effect
 * @param on the day the question was about
 * @param facts what it was judged on, by input name
 * @param rows the matched rows, numbered from 1
 * @param outputs one map of output name to value for each matched row, in the order of {@code rows}: text, {@code BigDecimal},
 *     boolean or date; empty where no row matched
 * @param citations the clauses that the matched rows rest on
 */
public record Ruling(
        String table,
        LocalDate version,
        LocalDate on,
        Map<String, Object> facts,
        List<Integer> rows,
        List<Map<String, Object>> outputs,
        List<Citation> citations) {

    public Ruling {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        rows = List.copyOf(rows);
        outputs = outputs.stream()
                .map(row -> Collections.unmodifiableMap(new TreeMap<>(row)))
                .toList();
        citations = List.copyOf(citations);
    }

    /** Whether it rests on a clause whose text was not read in the statute itself: to be said wherever it shows. */
    public boolean unverified() {
        return citations.stream().anyMatch(citation -> citation.verification() != Verification.VERIFIED);
    }

    /** Whether no row matched. */
    public boolean isSilent() {
        return outputs.isEmpty();
    }

    /** An output of the first matched row. */
    public Optional<Object> output(String name) {
        return outputs.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(outputs.getFirst().get(name));
    }

    /** A text of the first matched row. */
    public String text(String name) {
        return (String) required(name);
    }

    /** A whole number of the first matched row. */
    public int integer(String name) {
        return ((BigDecimal) required(name)).intValueExact();
    }

    /** A number of the first matched row. */
    public BigDecimal number(String name) {
        return (BigDecimal) required(name);
    }

    /** A yes or no of the first matched row. */
    public boolean truth(String name) {
        return (Boolean) required(name);
    }

    /** A list of whole numbers of the first matched row, written as {@code 10, 3, 1} in the table; empty where it is blank. */
    public List<Integer> integers(String name) {
        String text = output(name).map(Object::toString).orElse("").strip();
        return text.isEmpty()
                ? List.of()
                : java.util.Arrays.stream(text.split("\\s*[,，、]\\s*"))
                        .map(Integer::valueOf)
                        .toList();
    }

    private Object required(String name) {
        return output(name)
                .orElseThrow(() -> new IllegalStateException(
                        "table " + table + " of " + version + " gave no " + name + " for " + facts));
    }
}
