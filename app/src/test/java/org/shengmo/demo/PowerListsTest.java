package org.shengmo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The demo district's lists have the figures of the district, and nothing is left out of any item. */
class PowerListsTest {

    private static final int COLUMNS = 16;
    private static final int TYPE = 2;
    private static final int EVENT = 14;

    private static List<List<String>> rows(byte[] list) {
        return new String(list, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    private static void complete(List<List<String>> rows, int items, int classes) {
        assertThat(rows).hasSize(items);
        assertThat(rows.stream().map(List::getFirst).distinct()).hasSize(items);
        assertThat(rows.stream().map(row -> row.get(TYPE)).collect(Collectors.toSet()))
                .hasSize(classes);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row).hasSize(COLUMNS);
            for (int column = 0; column < COLUMNS; column++) {
                if (column != EVENT) {
                    assertThat(row.get(column))
                            .as("%s, column %d", row.getFirst(), column)
                            .isNotBlank();
                }
            }
        });
    }

    @Test
    void theCommitteeHas58PowersIn7ClassesAndTheGovernment3471In8() {
        complete(rows(PowerLists.committee()), 58, 7);
        complete(rows(PowerLists.government()), 3_471, 8);
    }
}
