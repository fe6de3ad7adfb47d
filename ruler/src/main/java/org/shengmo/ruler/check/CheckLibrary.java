package org.shengmo.ruler.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarFile;

/** The checks at hand. A folder with a {@code check.properties} is a check; nothing else has to name it. */
public final class CheckLibrary {

    private static final String ROOT = "checks/";
    private static final String CARD = "check.properties";

    private final Map<String, Check> checks = new TreeMap<>();

    private CheckLibrary(Map<String, byte[]> files) {
        var folders = new TreeMap<String, Map<String, byte[]>>();
        files.forEach((path, bytes) -> {
            var slash = path.indexOf('/');
            if (slash > 0) {
                folders.computeIfAbsent(path.substring(0, slash), id -> new TreeMap<>())
                        .put(path.substring(slash + 1), bytes);
            }
        });
        folders.forEach((id, folder) -> {
            if (folder.containsKey(CARD)) {
                checks.put(id, read(id, folder));
            }
        });
    }

    /** The checks that come with the ruler. */
    public static CheckLibrary packaged() {
        var files = new TreeMap<String, byte[]>();
        try {
            var roots = CheckLibrary.class.getClassLoader().getResources(ROOT);
            while (roots.hasMoreElements()) {
                collect(roots.nextElement(), files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CheckLibrary(files);
    }

    /** The checks in a directory of one's own. */
    public static CheckLibrary in(Path directory) {
        var files = new TreeMap<String, byte[]>();
        try {
            collect(directory, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CheckLibrary(files);
    }

    /** All of them, by id. */
    public List<Check> all() {
        return List.copyOf(checks.values());
    }

    /**
     * The checks meant by ids or families ({@code welfare}), each once, in the order asked.
     *
     * @throws CheckRefused where a name is neither
     */
    public List<Check> find(List<String> names) {
        var found = new java.util.LinkedHashSet<Check>();
        for (var name : names) {
            var family = checks.values().stream()
                    .filter(check -> check.family().code().equals(name))
                    .toList();
            if (checks.containsKey(name)) {
                found.add(checks.get(name));
            } else if (!family.isEmpty()) {
                found.addAll(family);
            } else {
                throw new CheckRefused("check.unknown", name);
            }
        }
        return List.copyOf(found);
    }

    private static void collect(URL root, Map<String, byte[]> files) throws IOException {
        if (root.openConnection() instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (var archive = jar.getJarFile()) {
                collect(archive, jar.getEntryName(), files);
            }
            return;
        }
        try {
            collect(Path.of(root.toURI()), files);
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static void collect(JarFile archive, String prefix, Map<String, byte[]> files) throws IOException {
        for (var entry : (Iterable<java.util.jar.JarEntry>) archive.stream()::iterator) {
            if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
                try (InputStream content = archive.getInputStream(entry)) {
                    files.put(entry.getName().substring(prefix.length()), content.readAllBytes());
                }
            }
        }
    }

    private static void collect(Path directory, Map<String, byte[]> files) throws IOException {
        try (var walk = Files.walk(directory)) {
            for (var file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                files.put(directory.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    private static Check read(String id, Map<String, byte[]> folder) {
        var card = new Properties();
        try {
            card.load(new StringReader(new String(folder.get(CARD), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var settings = new ArrayList<Setting>();
        for (var key : new java.util.TreeSet<>(card.stringPropertyNames())) {
            if (key.startsWith("setting.")) {
                var space = card.getProperty(key).strip().split("\\s+", 2);
                settings.add(new Setting(key.substring(8), space[0], space.length > 1 ? space[1] : ""));
            }
        }
        return new Check(
                id,
                Family.of(card.getProperty("family")),
                Map.of("zh", card.getProperty("title.zh"), "en", card.getProperty("title.en")),
                List.copyOf(settings),
                words(card, "registers"),
                words(card, "figures"),
                card.getProperty("pick", "max"),
                Map.copyOf(folder));
    }

    private static List<String> words(Properties card, String key) {
        return Arrays.stream(card.getProperty(key, "").split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
