package org.shengmo.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The ruler on Spark as a process of its own, so that Spark's libraries stay out of this program: {@code spark-submit} of the
 * installation that {@code SPARK_HOME} names, else Spark as Maven has it.
 */
final class SparkProcess {

    private static final String JOB = "org.shengmo.ruler.spark.SparkJob";

    private final Console console;

    SparkProcess(Console console) {
        this.console = console;
    }

    /** Runs a job to its end. @return its exit code */
    int run(String master, List<String> arguments) {
        List<String> command = new ArrayList<>(launcher(master, System.getenv("SPARK_HOME")));
        command.addAll(arguments);
        return run(new ProcessBuilder(command));
    }

    /** The same on a cluster of its own, of so many workers with one core each. */
    int onCluster(int workers, List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of(module().resolve("with-cluster").toString(), Integer.toString(workers)));
        command.addAll(launcher("spark://127.0.0.1:17077", null));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("SHENGMO_SPARK_CORES", "1");
        return run(process);
    }

    private int run(ProcessBuilder builder) {
        try {
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    console.out().println(line);
                }
            }
            console.out().flush();
            return process.waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The command before the job's own arguments; {@code sparkHome} may be null. */
    static List<String> launcher(String master, String sparkHome) {
        Path module = module();
        Path jar = module.resolve("target/ruler-spark.jar");
        Path classpath = module.resolve("target/spark.classpath");
        if (!Files.isRegularFile(jar) || (sparkHome == null && !Files.isRegularFile(classpath))) {
            throw new UsedWrongly("command.ruler.spark.missing", module);
        }
        if (sparkHome != null) {
            return List.of(
                    Path.of(sparkHome, "bin", "spark-submit").toString(),
                    "--master",
                    master,
                    "--class",
                    JOB,
                    jar.toString());
        }
        try {
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "@" + module.resolve("src/main/spark/java.options"),
                    "-Dspark.jars=" + jar,
                    "-cp",
                    jar + ":" + Files.readString(classpath).strip(),
                    JOB,
                    "--master",
                    master);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The module {@code ruler-spark}: {@code SHENGMO_SPARK}, else beside the program's own. */
    private static Path module() {
        String named = System.getenv("SHENGMO_SPARK");
        if (named != null) {
            return Path.of(named);
        }
        Path program = Path.of(SparkProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        return program.resolve("../../../ruler-spark").normalize();
    }
}
