package org.shengmo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on machines with and without what it needs. The JDKs here are scripts that say a version. */
class LauncherTest {

    private static final Path LAUNCHER =
            Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."), "shengmo");

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aCopyThatIsBuilt() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash on this machine");
        Files.copy(LAUNCHER, home.resolve("shengmo"));
        Files.createDirectories(home.resolve("app/target/lib"));
        Files.createDirectories(home.resolve("app/src/main"));
        Files.createDirectories(home.resolve("jdks"));
        Files.createFile(home.resolve("ladder.txt"));
        Files.createFile(home.resolve("pom.xml"));
        Files.createFile(home.resolve("app/pom.xml"));
        Files.createFile(home.resolve("app/target/shengmo.jar"));
        Files.setLastModifiedTime(
                home.resolve("app/target/shengmo.jar"), FileTime.from(Instant.parse("2999-01-01T00:00:00Z")));
        environment.put("SHENGMO_JDK_PLACES", home.resolve("jdks").toString());
        environment.put("PATH", "/usr/bin:/bin");
    }

    @Test
    void withoutAJdkItSaysWhatToInstallInBothLanguages() throws Exception {
        Said said = run("demo");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("需要 JDK 21", "A JDK 21 or newer is needed", "adoptium.net", "JAVA_HOME");
    }

    @Test
    void anOldJdkAndARuntimeWithoutCompilerAreNotTaken() throws Exception {
        jdk("old", "17.0.15", true);
        jdk("runtime", "25.0.1", false);
        assertThat(run("demo").code()).isEqualTo(2);
    }

    @Test
    void theProgramGetsItsArgumentsAsTheyAre() throws Exception {
        jdk("new one", "21.0.2", true);
        Said said = run("import", "organization", "a file.xlsx", "--dry-run");
        assertThat(said.code()).isZero();
        assertThat(said.text()).contains("new one/bin/java", "shengmo.jar|import|organization|a file.xlsx|--dry-run|");
    }

    @Test
    void javaHomeGoesFirst() throws Exception {
        jdk("one", "21.0.2", true);
        Path mine = home.resolve("mine");
        Files.move(jdk("mine", "25", true), mine);
        environment.put("JAVA_HOME", mine.toString());
        assertThat(run("--help").text()).contains("/mine/bin/java");
    }

    @Test
    void whatIsNotBuiltNeedsMavenAndSaysSo() throws Exception {
        jdk("one", "21.0.2", true);
        Files.delete(home.resolve("app/target/shengmo.jar"));
        hideMaven();
        Said said = run("demo");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("Maven 3.8");
    }

    /** An archive of classes fits one build: the JVM passes over a stale one and doesn't write it anew. */
    @Test
    void aNewBuildDropsTheArchiveOfTheOneBefore() throws Exception {
        jdk("one", "21.0.2", true);
        Files.delete(home.resolve("app/target/shengmo.jar"));
        Path archive = Files.createFile(home.resolve("app/target/shengmo.jsa"));
        Path maven = Files.createDirectories(home.resolve("tools")).resolve("mvn");
        executable(Files.writeString(maven, "#!/bin/bash\n"));
        environment.put("PATH", maven.getParent() + ":/usr/bin:/bin");
        assertThat(run("demo").code()).isZero();
        assertThat(archive).doesNotExist();
    }

    /** Leaves only the tools that the launcher uses on the path, so that Maven is not found. */
    private void hideMaven() throws IOException {
        Path tools = Files.createDirectories(home.resolve("tools"));
        for (String tool : new String[] {"bash", "dirname", "sed", "head", "tr", "find", "touch", "rm"}) {
            for (String folder : new String[] {"/bin/", "/usr/bin/"}) {
                if (Files.isExecutable(Path.of(folder + tool)) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), Path.of(folder + tool));
                }
            }
        }
        environment.put("PATH", tools.toString());
    }

    /** A JDK whose {@code java} says a version, or else where it stands and what it was given. */
    private Path jdk(String name, String version, boolean compiler) throws IOException {
        Path folder = home.resolve("jdks").resolve(name);
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.writeString(bin.resolve("java"), """
                #!/bin/bash
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2025-01-01' >&2; exit; fi
                echo "$0"
                printf '%%s|' "$@"
                """.formatted(version));
        executable(bin.resolve("java"));
        if (compiler) {
            executable(Files.createFile(bin.resolve("javac")));
        }
        return folder;
    }

    private static void executable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Said run(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 2];
        command[0] = "/bin/bash";
        command[1] = home.resolve("shengmo").toString();
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }

    private record Said(int code, String text) {}
}
