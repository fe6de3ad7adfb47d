package org.shengmo.ruler.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcurementRunTest {

    private static final LocalDate DAY = LocalDate.of(2024, 12, 31);
    private static final String SHORT = """
            {"ocid":"%s","tender":{"tenderPeriod":{"startDate":"2024-03-01T09:00:00Z","endDate":"2024-03-05T09:00:00Z"}}}
            """;

    @TempDir
    private Path data;

    private CheckReport run(String... names) {
        return CheckRun.run(
                new CheckRequest(data, data.resolve("out"), DAY, Map.of()),
                CheckLibrary.packaged().find(List.of(names)));
    }

    @Test
    void allChecksRunTogetherAndWriteOneObject() throws IOException {
        Files.writeString(data.resolve("a.jsonl"), SHORT.formatted("one"));
        assertThat(run("procurement").outcomes()).hasSize(13);
        assertThat(Files.readString(data.resolve("out/results.json")).strip())
                .isEqualTo("{\"OCID\":{\"one\":{\"R003\":1.0}}}");
    }

    @Test
    void nothingFoundIsAnEmptyObject() throws IOException {
        Files.writeString(data.resolve("a.jsonl"), "{\"ocid\":\"one\"}\n");
        run("R003", "R024");
        assertThat(Files.readString(data.resolve("out/results.json")).strip()).isEqualTo("{}");
    }

    @Test
    void linesThatAreNoObjectArePutAsideWithFileAndLine() throws IOException {
        Files.writeString(data.resolve("a.jsonl"), SHORT.formatted("one") + "\n[1]\n");
        Files.writeString(data.resolve("b.jsonl"), "{\"ocid\":\n" + SHORT.formatted("two"));
        var report = run("R003");
        assertThat(report.rows()).containsEntry(Family.PROCUREMENT, 2L);
        assertThat(report.putAside()).isEqualTo(2);
        assertThat(Files.readString(data.resolve("out/put_aside.csv"))).contains("a.jsonl,3,", "b.jsonl,1,");
    }

    @Test
    void figuresSayWhatTheFencesWere() throws IOException {
        var lines = new StringBuilder();
        for (var bid = 1; bid <= 9; bid++) {
            lines.append("{\"ocid\":\"" + bid
                    + "\",\"bids\":{\"details\":[{\"status\":\"valid\",\"tenderers\":[{\"id\":\"W\"}],"
                    + "\"value\":{\"amount\":1,\"currency\":\"CNY\"}},{\"status\":\"valid\",\"tenderers\":[{\"id\":\"L\"}],"
                    + "\"value\":{\"amount\":" + (bid < 3 ? 1 : 101) + ",\"currency\":\"CNY\"}}]},"
                    + "\"awards\":[{\"status\":\"active\",\"suppliers\":[{\"id\":\"W\"}]}]}\n");
        }
        Files.writeString(data.resolve("a.jsonl"), lines);
        run("R024");
        assertThat(Files.readString(data.resolve("out/figures.json")).strip())
                .isEqualTo("{\"R024\":{\"lower_fence\":16.6667,\"q1\":66.6667,\"q3\":100.0}}");
    }

    @Test
    void aDirectoryWithoutReleasesIsRefused() {
        assertThatThrownBy(() -> run("R003")).isInstanceOf(CheckRefused.class).hasMessageContaining(".jsonl");
    }
}
