package org.shengmo.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shengmo.rulebook.PackReader.PackFile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the files of all packs: {@code org/shengmo/<room>/rules/} of every room, then an operator's own folder. */
final class PackFiles {

    private static final Pattern ROOM = Pattern.compile("org/shengmo/([a-z]+)/rules/(.+)$");
    private static final Pattern KIND = Pattern.compile(".+\\.(yaml|dmn)");

    private PackFiles() {}

    /** @param folder the operator's own rules; null where there is none */
    static List<PackFile> all(Path folder) {
        try {
            List<PackFile> files = new ArrayList<>(shipped());
            if (folder != null) {
                files.addAll(own(folder));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PackFile> shipped() throws IOException {
        List<PackFile> files = new ArrayList<>();
        PathMatchingResourcePatternResolver resolver =
                new PathMatchingResourcePatternResolver(PackFiles.class.getClassLoader());
        for (Resource resource : resolver.getResources("classpath*:org/shengmo/*/rules/**/*.*")) {
            Matcher path = ROOM.matcher(resource.getURL().getPath());
            if (path.find() && KIND.matcher(path.group(2)).matches()) {
                files.add(new PackFile(
                        path.group(1) + "/" + path.group(2),
                        path.group(1),
                        resource.getContentAsString(StandardCharsets.UTF_8)));
            }
        }
        files.sort(Comparator.comparing(PackFile::name));
        return files;
    }

    private static List<PackFile> own(Path folder) throws IOException {
        List<PackFile> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(each -> KIND.matcher(each.toString()).matches())
                    .sorted()
                    .toList()) {
                files.add(new PackFile(file.toString(), "rulebook", Files.readString(file)));
            }
        }
        return files;
    }
}
