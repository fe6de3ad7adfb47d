package org.shengmo.ruler.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The names in the first record of a csv (RFC 4180, UTF-8, a byte order mark left out). DuckDB would find them by looking at a sample of the
 * rows, and refuses the file where the sample has a broken one.
 */
public final class CsvHeader {
    private static final int MOST = 1 << 20;

    private final List<String> names = new ArrayList<>();
    private final StringBuilder name = new StringBuilder();

    private CsvHeader() {}

    /** The names, each once: one that is empty is called by its place, one that repeats gets a number. Empty for an empty file. */
    public static List<String> of(Path file) {
        try (Reader text =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            CsvHeader header = new CsvHeader();
            header.read(text);
            return List.copyOf(header.names);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(Reader text) throws IOException {
        boolean quoted = false;
        int next = text.read();
        if (next == '\uFEFF') {
            next = text.read();
        }
        if (next < 0) {
            return;
        }
        int read = 0;
        for (; next >= 0 && read < MOST && (quoted || (next != '\n' && next != '\r')); next = text.read()) {
            read++;
            if (next == '"') {
                // A doubled quote inside quotes closes and opens again; of the two one stays.
                quoted = !quoted;
                if (quoted && !name.isEmpty()) {
                    name.append('"');
                }
            } else if (next == ',' && !quoted) {
                end();
            } else {
                name.append((char) next);
            }
        }
        end();
    }

    private void end() {
        String plain = name.isEmpty() ? "column" + names.size() : name.toString();
        String once = plain;
        for (int number = 1; names.contains(once); number++) {
            once = plain + "_" + number;
        }
        names.add(once);
        name.setLength(0);
    }
}
