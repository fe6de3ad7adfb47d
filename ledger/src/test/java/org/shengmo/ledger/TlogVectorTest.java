package org.shengmo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A log that other software wrote: all its checkpoints, tiles and bundles, and the proofs between them. */
class TlogVectorTest {

    private static final Pattern KEY = Pattern.compile("([^\\s`+]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]{40,})");
    private static final String KNOWN_KEY =
            "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";
    private static final int STEPS = 300;

    @TestFactory
    Stream<DynamicTest> everyCheckpointHolds() throws IOException {
        return checkpoints().stream().map(file -> dynamicTest(file.getFileName().toString(), () -> holds(file)));
    }

    private static void holds(Path file) throws IOException {
        Checkpoint checkpoint = Checkpoint.open(Files.readAllBytes(file), trust(file));
        FileStorage source = new FileStorage(file.getParent());
        TreeReader tree = new TreeReader(source, checkpoint.size());
        assertThat(tree.root()).isEqualTo(checkpoint.root());
        assertThat(TreeEdge.read(source, checkpoint.size()).root()).isEqualTo(checkpoint.root());
        LogReader reader = new LogReader(source, checkpoint);
        long step = Math.max(1, checkpoint.size() / STEPS);
        for (long index = 0; index < checkpoint.size(); index += step) {
            Inclusion inclusion = reader.inclusion(index, TreeHasher.leafOf(reader.entry(index)));
            TlogProof proof = TlogProof.parse(inclusion.toTlogProof().bytes());
            assertThat(proof.verify(trust(file), inclusion.leaf()).index()).isEqualTo(index);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCheckpointIsConsistentWithEveryEarlierOneOfItsLog() throws IOException {
        Map<Path, List<Path>> logs = checkpoints().stream().collect(Collectors.groupingBy(Path::getParent));
        return logs.entrySet().stream()
                .map(log -> dynamicTest(log.getKey().toString(), () -> consistent(log.getKey(), log.getValue())));
    }

    private static void consistent(Path folder, List<Path> files) throws IOException {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (Path file : files) {
            checkpoints.add(Checkpoint.open(Files.readAllBytes(file), trust(file)));
        }
        checkpoints.sort(Comparator.comparingLong(Checkpoint::size));
        FileStorage source = new FileStorage(folder);
        for (int i = 0; i < checkpoints.size(); i++) {
            LogReader reader = new LogReader(source, checkpoints.get(i));
            for (Checkpoint older : checkpoints.subList(0, i + 1)) {
                assertThat(reader.since(older).older()).isEqualTo(older);
            }
        }
    }

    /** The whole of each log, as it stands at its newest checkpoint, passes the audit that people outside run. */
    @Test
    void everyLogPassesTheAudit() throws IOException {
        for (Path file : checkpoints()) {
            if (file.getFileName().toString().equals("checkpoint")) {
                AuditReport report =
                        new LogAudit(new FileStorage(file.getParent()), trust(file), Optional.empty()).run();
                assertThat(report.faults()).as(file.toString()).isEmpty();
            }
        }
    }

    @Test
    void theSameEntriesGiveTheSameLogHere() throws IOException {
        for (Path file : checkpoints()) {
            Checkpoint checkpoint = Checkpoint.open(Files.readAllBytes(file), trust(file));
            TreeReader tree = new TreeReader(new FileStorage(file.getParent()), checkpoint.size());
            List<byte[]> entries = new ArrayList<>();
            for (long index = 0; index < checkpoint.size(); index++) {
                entries.add(tree.entry(index));
            }
            TreeEdge edge = TreeEdge.empty().append(entries, TreeEdge.nothing());
            assertThat(edge.root()).isEqualTo(checkpoint.root());
        }
    }

    @Test
    void aChangedCheckpointIsRefused() throws IOException {
        for (Path file : checkpoints()) {
            byte[] bytes = Files.readAllBytes(file);
            Trust trust = trust(file);
            for (int i = 0; i < bytes.length; i++) {
                byte[] changed = bytes.clone();
                changed[i] ^= 1;
                assertThatThrownBy(() -> Checkpoint.open(changed, trust)).isInstanceOf(LedgerException.class);
            }
        }
    }

    private static List<Path> checkpoints() throws IOException {
        try (Stream<Path> walk = Files.walk(SharedData.folder("tlog"))) {
            List<Path> found = walk.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith("checkpoint"))
                    .sorted()
                    .toList();
            assumeTrue(!found.isEmpty(), "skipped: there is no checkpoint in the folder tlog");
            return found;
        }
    }

    /**
     * The key of the log that a checkpoint is of. It stands in a README, beside the checkpoint or above, so that other
     * folders can bring other logs.
     */
    private static Trust trust(Path checkpoint) throws IOException {
        String origin = Files.readString(checkpoint, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        Path top = SharedData.folder("tlog").toAbsolutePath().getParent();
        List<String> keys = new ArrayList<>();
        for (Path folder = checkpoint.toAbsolutePath().getParent();
                folder != null && folder.startsWith(top);
                folder = folder.getParent()) {
            Path readme = folder.resolve("README.md");
            Matcher matcher = KEY.matcher(Files.exists(readme) ? Files.readString(readme, StandardCharsets.UTF_8) : "");
            while (matcher.find()) {
                keys.add(matcher.group(1));
            }
        }
        keys.add(KNOWN_KEY);
        String key = keys.stream()
                .filter(each -> each.startsWith(origin + "+"))
                .findFirst()
                .orElse(keys.get(0));
        return Trust.log(key);
    }
}
