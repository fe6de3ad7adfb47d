package org.shengmo.measurement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** What registers and their columns are called in Chinese: {@code roster}, {@code roster.household_id}. */
final class RegisterNames {

    private static final Map<String, String> CHINESE = read();

    private RegisterNames() {}

    private static Map<String, String> read() {
        Properties names = new Properties();
        try (var in = RegisterNames.class.getResourceAsStream("registers.properties")) {
            names.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> read = new LinkedHashMap<>();
        names.stringPropertyNames().forEach(key -> read.put(key, names.getProperty(key)));
        return Map.copyOf(read);
    }

    /** The register's Chinese name. */
    static String of(String register) {
        return CHINESE.getOrDefault(register, register);
    }

    /** The column's Chinese name. */
    static String of(String register, String column) {
        return CHINESE.getOrDefault(register + "." + column, CHINESE.getOrDefault("*." + column, column));
    }
}
