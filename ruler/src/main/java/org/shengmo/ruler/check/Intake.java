package org.shengmo.ruler.check;

import java.util.List;
import java.util.Set;

/**
 * What a family's inputs gave.
 *
 * @param rows lines or roster rows read
 * @param missing registers that were not there
 */
record Intake(long rows, Set<String> missing) {

    /** The registers of a check that aren't there; of alternatives ({@code payroll|pensions}) one is enough. */
    List<String> lacking(Check check) {
        return check.registers().stream()
                .filter(needed -> List.of(needed.split("\\|", -1)).stream().allMatch(missing::contains))
                .toList();
    }
}
