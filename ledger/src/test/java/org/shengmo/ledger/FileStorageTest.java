package org.shengmo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStorageTest extends LogStorageContract {

    @TempDir
    Path folder;

    private final Map<LogStorage, Path> folders = new HashMap<>();

    @Override
    protected LogStorage empty() throws IOException {
        Path fresh = Files.createTempDirectory(folder, "log").resolve("deep/down");
        LogStorage storage = new FileStorage(fresh);
        folders.put(storage, fresh);
        return storage;
    }

    @Override
    protected LogStorage reopened(LogStorage storage) {
        return new FileStorage(folders.get(storage));
    }

    @Test
    void theLayoutIsTheOneThatIsServed() throws IOException {
        LogStorage storage = empty();
        Log.open(storage, List.of(TestLog.SIGNER), TestLog.TRUST).append(TestLog.entries(0, 257));
        Path root = folders.get(storage);
        assertThat(root.resolve("checkpoint")).isRegularFile();
        assertThat(root.resolve("tile/0/000")).hasSize(8192);
        assertThat(root.resolve("tile/0/001.p/1")).hasSize(32);
        assertThat(root.resolve("tile/entries/001.p/1")).isRegularFile();
        assertThat(root.resolve("tile/1/000.p/1")).hasSize(32);
    }

    /** Where a tile can't be written there must be an error, and the log must stand as it was. */
    @Test
    void whatCannotBeWrittenIsAnErrorAndChangesNothing() throws IOException {
        LogStorage storage = empty();
        Log log = Log.open(storage, List.of(TestLog.SIGNER), TestLog.TRUST);
        log.append(TestLog.entries(0, 2));
        Path root = folders.get(storage);
        Files.writeString(root.resolve("tile/1"), "in the way of the folder of level 1");
        assertThatThrownBy(() -> log.append(TestLog.entries(2, 300))).isInstanceOf(IOException.class);
        assertThat(log.size()).isEqualTo(2);
        Files.delete(root.resolve("tile/1"));
        Log again = Log.open(reopened(storage), List.of(TestLog.SIGNER), TestLog.TRUST);
        assertThat(again.size()).isEqualTo(2);
        again.append(TestLog.entries(2, 300));
        assertThat(again.reader().entry(299)).isEqualTo(TestLog.entry(299));
    }
}
