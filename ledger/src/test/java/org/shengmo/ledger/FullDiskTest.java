package org.shengmo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: a file system of half a megabyte, in a mount namespace of the measured process's own. */
class FullDiskTest {

    private static final String ROOM = "512k";

    @TempDir
    Path folder;

    private static boolean mayMount() throws IOException {
        return new ProcessBuilder("unshare", "-Urm", "mount", "-t", "tmpfs", "none", "/mnt")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .onExit()
                        .join()
                        .exitValue()
                == 0;
    }

    /** Runs a program over a folder that has little room. */
    private List<String> onSmallDisk(String program, String... arguments) throws IOException {
        try {
            assumeTrue(mayMount(), "skipped: this machine lets no user mount a small file system (unshare -Urm)");
        } catch (IOException e) {
            assumeTrue(false, "skipped: there is no unshare on this machine");
        }
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "-Urm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=" + ROOM + " none \"$0\" && exec \"$@\"",
                folder.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program,
                folder.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
        return said.lines().toList();
    }

    @Test
    void aFullDiskIsAnErrorAndTheLogStandsAsItWas() throws IOException {
        List<String> said = onSmallDisk(FullDiskProcess.class.getName(), TestLog.SECRET.export());
        assertThat(said).anyMatch(line -> line.startsWith("failed") && line.contains("No space left"));
        assertThat(said).contains("sound as it was", "grows again", "witness: status 500, nothing cosigned");
    }
}
