package org.shengmo;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shengmo.store.Ladder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The guards of the ladder, each a function that lists what breaks it. They take the root package and the ladder, so that
 * broken fixtures can be judged by the very same code.
 *
 * @param root the root package with its dot, such as {@code org.shengmo.}
 */
record LadderGuards(String root, Ladder ladder) {

    private static final List<String> ADDITIONS = List.of("ledger", "ruler");

    /** Every dependency points strictly to a lower rung; between institutions only along an edge with its reason. */
    List<String> upwardDependencies(JavaClasses classes) {
        List<String> broken = new ArrayList<>();
        for (JavaClass one : classes) {
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                String from = rung(one.getName());
                String to = rung(dependency.getTargetClass().getName());
                if (onLadder(from) && onLadder(to) && !from.equals(to) && !permitted(from, to)) {
                    broken.add(dependency.getDescription());
                }
            }
        }
        return broken;
    }

    private boolean permitted(String from, String to) {
        boolean downward = ladder.position(to) < ladder.position(from);
        boolean betweenInstitutions = isInstitution(from) && isInstitution(to);
        // The report reads figures through docket.Metric and needs no institution's types.
        return downward && (!betweenInstitutions || ladder.edges().contains(from + " -> " + to));
    }

    private boolean isInstitution(String rung) {
        return "institutions".equals(ladder.rungs().get(rung));
    }

    /** The kernel reaches the ledger through the docket alone, and never the ruler. */
    List<String> sideDoors(JavaClasses classes) {
        List<String> broken = new ArrayList<>();
        for (JavaClass one : classes) {
            String from = rung(one.getName());
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                String to = rung(dependency.getTargetClass().getName());
                boolean kernel = "kernel".equals(ladder.rungs().get(from));
                boolean institution = isInstitution(from);
                boolean pastTheDocket = to.equals("ledger") && (kernel || institution) && !from.equals("docket");
                if (pastTheDocket || (to.equals("ruler") && kernel)) {
                    broken.add(dependency.getDescription());
                }
            }
        }
        return broken;
    }

    /** Every class stands on a rung, in the module that the ladder names for it. */
    List<String> strangers(JavaClasses classes) {
        return classes.stream()
                .filter(one -> one.getName().startsWith(root))
                .filter(one -> !ADDITIONS.contains(rung(one.getName())))
                .filter(one -> !onLadder(rung(one.getName())))
                .map(JavaClass::getName)
                .toList();
    }

    /** Classes whose file lies in another module than the ladder says. */
    List<String> lodgers(JavaClasses classes, Map<String, Pattern> moduleLocations) {
        return classes.stream()
                .filter(one -> onLadder(rung(one.getName())))
                .filter(one -> {
                    Pattern expected = moduleLocations.get(ladder.rungs().get(rung(one.getName())));
                    String location = one.getSource().orElseThrow().getUri().toString();
                    return expected != null && !expected.matcher(location).find();
                })
                .map(JavaClass::getName)
                .toList();
    }

    /** Pages reach the database through their package's root only, and no root knows its pages. */
    List<String> pagesPastTheRoot(JavaClasses classes) {
        List<String> broken = new ArrayList<>();
        for (JavaClass one : classes) {
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getName();
                boolean database = target.startsWith("org.springframework.jdbc.")
                        || target.startsWith("javax.sql.")
                        || target.startsWith("java.sql.");
                if (isPage(one.getPackageName()) && database) {
                    broken.add(dependency.getDescription());
                }
                if (isKernelOrInstitutionRoot(one) && isPage(packageOf(target))) {
                    broken.add(dependency.getDescription());
                }
            }
        }
        return broken;
    }

    private boolean isKernelOrInstitutionRoot(JavaClass one) {
        String module = ladder.rungs().get(rung(one.getName()));
        return ("kernel".equals(module) || "institutions".equals(module)) && !isPage(one.getPackageName());
    }

    private boolean isPage(String packageName) {
        return packageName.startsWith(root) && packageName.endsWith(".web");
    }

    private static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }

    /** Calls of the wall clock: an injected {@code Clock} replaces them. */
    List<String> wallClockCalls(JavaClasses classes) {
        List<String> broken = new ArrayList<>();
        for (JavaClass one : classes) {
            one.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTarget().getOwner().getPackageName().equals("java.time")
                            && call.getTarget().getName().equals("now")
                            && call.getTarget().getRawParameterTypes().isEmpty())
                    .forEach(call -> broken.add(call.getDescription() + ": inject a java.time.Clock"));
        }
        return broken;
    }

    /** Lines of kernel sources (code, SQL, templates, bundles) that name an institution's package, schema or kinds. */
    List<String> institutionsNamed(Path kernelSources) throws java.io.IOException {
        String names = String.join(
                "|", ladder.names().stream().filter(this::isInstitution).toList());
        // A village's supervision committee and a township's discipline deputies are of the field, and no rooms of
        // ours.
        Pattern named =
                Pattern.compile("(?<![\\w/-])(?<!village\\.)(?<!township\\.)(" + names + ")\\.[a-z_]|org/shengmo/("
                        + names + ")/|template\\.(" + names + ")\\.|CREATE SCHEMA (" + names + ")");
        List<String> broken = new ArrayList<>();
        try (Stream<Path> files = Files.walk(kernelSources)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(LadderGuards::isText)
                    .toList()) {
                int number = 0;
                for (String line : Files.readAllLines(file)) {
                    number++;
                    if (named.matcher(line).find()) {
                        broken.add(kernelSources.relativize(file) + ":" + number + ": " + line.strip());
                    }
                }
            }
        }
        return broken;
    }

    private static boolean isText(Path file) {
        return Stream.of(".java", ".sql", ".jte", ".properties", ".dmn", ".yaml", ".xml")
                .anyMatch(file.toString()::endsWith);
    }

    /** Foreign keys, read from PostgreSQL's catalogue, that do not point to the own or a lower rung's schema. */
    List<String> upwardForeignKeys(JdbcClient database) {
        record Key(String name, String source, String target) {}
        return database.sql("""
                SELECT c.conname AS name, n.nspname AS source, fn.nspname AS target
                FROM pg_constraint c
                JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
                JOIN pg_class f ON f.oid = c.confrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
                WHERE c.contype = 'f'
                """).query(Key.class).list().stream()
                .filter(key -> onLadder(key.source()))
                .filter(key -> !key.source().equals(key.target()) && !permitted(key.source(), key.target()))
                .map(key -> key.source() + "." + key.name() + " -> " + key.target())
                .toList();
    }

    private boolean onLadder(String rung) {
        return ladder.position(rung) >= 0;
    }

    private String rung(String className) {
        return Optional.of(className)
                .filter(name -> name.startsWith(root))
                .map(name -> Ladder.rungOf("org.shengmo." + name.substring(root.length())))
                .orElse("");
    }
}
