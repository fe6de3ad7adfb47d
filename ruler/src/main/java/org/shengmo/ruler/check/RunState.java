package org.shengmo.ruler.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder {@code state} beside a run's findings: traces of its registers, its totals, and under which rules it was made.
 *
 * @param rules a digest of all that decides beside the registers
 * @param digests of the registers' files, by the register's name
 */
record RunState(LocalDate on, String rules, Map<String, String> digests) {

    private static final String FORM = "2";
    private static final String DIGEST = "digest.";
    private static final List<String> SCRIPTS =
            List.of("identity.sql", "quantile.sql", "welfare.sql", "welfare.registers");

    static Path folder(Path out) {
        return out.resolve("state");
    }

    static Path persons(Path out) {
        return folder(out).resolve("totals.person.parquet");
    }

    static Path households(Path out) {
        return folder(out).resolve("totals.household.parquet");
    }

    private static Path card(Path out) {
        return folder(out).resolve("run.properties");
    }

    /** What an earlier run left, where it left anything. */
    static Optional<RunState> read(Path out) {
        if (!Files.isRegularFile(card(out))) {
            return Optional.empty();
        }
        Properties card = new Properties();
        try (var reader = Files.newBufferedReader(card(out))) {
            card.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> digests = new TreeMap<>();
        card.stringPropertyNames().stream()
                .filter(name -> name.startsWith(DIGEST))
                .forEach(name -> digests.put(name.substring(DIGEST.length()), card.getProperty(name)));
        return Optional.of(new RunState(LocalDate.parse(card.getProperty("on")), card.getProperty("rules"), digests));
    }

    /** Writes the card beside the traces, which are moved here from where they were taken. */
    void write(Path out, Path traces) {
        StringBuilder card = new StringBuilder("on = " + on + "\nrules = " + rules + "\n");
        digests.forEach((register, digest) -> card.append(DIGEST + register + " = " + digest + "\n"));
        try (Stream<Path> taken = Files.list(traces)) {
            Files.createDirectories(folder(out));
            for (var trace : taken.toList()) {
                Files.move(trace, folder(out).resolve(trace.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(card(out), card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A digest of all that decides beside the registers: checks, settings, which registers there are, scripts, the database's version. */
    static String rules(CheckSession session, List<Check> checks, CheckRequest request, Set<String> missing) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            put(
                    digest,
                    session.rows("SELECT version() AS v").getFirst().get("v").toString());
            put(digest, FORM);
            put(digest, new TreeMap<>(request.settings()).toString());
            put(digest, new java.util.TreeSet<>(missing).toString());
            SCRIPTS.forEach(script -> put(digest, CheckSession.resource(script)));
            for (var check : checks) {
                put(digest, check.id());
                new TreeMap<>(check.files()).forEach((path, bytes) -> {
                    if (!path.startsWith("cases/") && !path.endsWith(".md")) {
                        put(digest, path);
                        digest.update(bytes);
                    }
                });
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
