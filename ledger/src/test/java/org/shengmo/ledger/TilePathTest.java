package org.shengmo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    @Test
    void theSpecificationsExample() {
        assertThat(new TilePath(0, 1234067, 256)).hasToString("tile/0/x001/x234/067");
        assertThat(TilePath.entries(5, 7)).hasToString("tile/entries/005.p/7");
    }

    /** "A tree of size 70,000 will be represented by 273 full level 0 tiles, one partial level 0 tile of width 112 …". */
    @Test
    void theSpecificationsTreeOfSeventyThousand() {
        assertThat(TreeReader.width(0, 272, 70_000)).isEqualTo(256);
        assertThat(TreeReader.width(0, 273, 70_000)).isEqualTo(112);
        assertThat(TreeReader.width(1, 0, 70_000)).isEqualTo(256);
        assertThat(TreeReader.width(1, 1, 70_000)).isEqualTo(17);
        assertThat(TreeReader.width(2, 0, 70_000)).isEqualTo(1);
        assertThat(TreeReader.width(0, 274, 70_000)).isZero();
        assertThat(TreeReader.width(1, 0, 256)).isEqualTo(1);
        assertThat(TreeReader.width(0, 1, 256)).isZero();
    }

    @Test
    void onlyTilesOfTheTreeAreWritten() {
        var written = TreeEdge.nothing();
        TreeEdge.empty().append(TestLog.entries(0, 70_000), written);
        List<String> partial = new ArrayList<>();
        written.keySet().stream().filter(path -> !path.isFull()).forEach(path -> partial.add(path.toString()));
        assertThat(partial)
                .containsExactlyInAnyOrder(
                        "tile/0/273.p/112", "tile/entries/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1");
        assertThat(written).hasSize(273 * 2 + 1 + partial.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/",
                "tile/0",
                "tile/0/",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/0",
                "tile/0/0000",
                "tile/0/x000/000",
                "tile/0/001/000",
                "tile/0/x01/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000.p",
                "tile/0/000/",
                "tile/entry/000",
                "tile/0/../000",
                "/tile/0/000",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/0/00٣",
                "tile/0/000.p/5.p/5",
                "tile/+1/000"
            })
    void anythingElseIsRefused(String path) {
        assertThatThrownBy(() -> TilePath.parse(path)).isInstanceOf(MalformedException.class);
    }
}
