package org.shengmo.measurement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.ruler.check.Family;

/**
 * Registers that are measured together.
 *
 * @param post the post that opened it; null where none did
 * @param registers by name
 * @param erasedOn when its content was erased
 */
public record Dataset(
        UUID id,
        Family family,
        String title,
        LocalDate openedOn,
        UUID post,
        List<Put> registers,
        Optional<LocalDate> erasedOn) {

    public Dataset {
        registers = List.copyOf(registers);
    }

    /** Whether a register is in. */
    public boolean has(String register) {
        return registers.stream().anyMatch(each -> each.name().equals(register));
    }

    /**
     * A register that was put in.
     *
     * @param name as the checks call it
     * @param file the name it came with
     * @param rows rows that parse
     * @param aside rows that don't
     */
    public record Put(String name, String file, String sha256, long rows, long aside, LocalDate on) {}
}
