package org.shengmo.petition.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;

/** The schematic map: each township has a cell of its own, placed as the district's file says, or in order. */
class TileMapTest {

    @TempDir
    Path folder;

    private MapPlaces places(String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("map.tsv"), lines);
        return new MapPlaces(file.toUri().toString(), new DefaultResourceLoader());
    }

    @Test
    void townshipsStandWhereTheFileSaysAndTheOthersBelow() throws IOException {
        Map<String, MapPlaces.Cell> cells =
                places("# code\tcolumn\trow\nT1\t2\t0\nT2\t0\t1\n").of(List.of("T1", "T2", "T3", "T4", "T5"));
        assertThat(cells).containsEntry("T1", new MapPlaces.Cell(2, 0)).containsEntry("T2", new MapPlaces.Cell(0, 1));
        assertThat(List.of(cells.get("T3"), cells.get("T4"), cells.get("T5")))
                .allSatisfy(cell -> assertThat(cell.row()).isGreaterThan(1))
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutAFileEachTownshipHasACellOfItsOwn() {
        MapPlaces places = new MapPlaces("", new DefaultResourceLoader());
        for (int townships : new int[] {0, 1, 2, 16, 37}) {
            List<String> codes =
                    IntStream.range(0, townships).mapToObj(i -> "T" + i).toList();
            assertThat(new HashSet<>(places.of(codes).values())).hasSize(townships);
        }
    }

    @Test
    void cellsThatTouchDoNotOverlap() {
        TileMap.Tile one = new TileMap.Tile("甲", 1, null, 1, 50, 58);
        assertThat(one.corners()).isEqualTo("50,2 98,30 98,86 50,114 2,86 2,30");
    }
}
