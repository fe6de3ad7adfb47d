package org.shengmo.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database's disk is really full: its tables stand on a small file system in a mount namespace of their own. */
class FullDatabaseTest {

    private static final String ROOM = "64m";

    @TempDir
    Path folder;

    @Test
    void aFullDiskIsAnErrorToWhoActsAndNothingThatWasAnsweredIsLost() throws IOException {
        assumeTrue(mayMount(), "skipped: this machine lets no user mount a small file system (unshare -Urm)");
        Process process = new ProcessBuilder(
                        "unshare",
                        "-Urm",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=" + ROOM + " none \"$0\" && exec \"$@\"",
                        folder.toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogging.level.root=warn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FullDatabaseProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.onExit().join().exitValue()).as(said.toString()).isZero();
        assertThat(said)
                .anySatisfy(line -> assertThat(line).startsWith("failed 53100").contains("No space left on device"))
                .contains("nothing lost");
    }

    private static boolean mayMount() {
        try {
            return new ProcessBuilder("unshare", "-Urm", "mount", "-t", "tmpfs", "none", "/mnt")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
