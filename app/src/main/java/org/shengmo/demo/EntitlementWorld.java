package org.shengmo.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shengmo.organization.Body;
import org.shengmo.organization.Organization;
import org.shengmo.ruler.world.Score;
import org.shengmo.ruler.world.World;

/**
 * The demo district's welfare roster and the registers it is measured against: a made-up world, moved into the district's own
 * townships and villages. What was planted in it stays here; nobody who checks can see it.
 */
final class EntitlementWorld {

    private static final long SEED = 1;
    private static final long PERSONS = 21_000;
    private static final World.Shape SHAPE = new World.Shape(1.42, 0.76, 151);
    private static final List<String> REGISTERS = List.of(
            "roster",
            "deaths",
            "vehicles",
            "properties",
            "payroll",
            "companies",
            "pensions",
            "custody",
            "officials",
            "relatives",
            "declarations",
            "standards");

    private final Map<String, byte[]> registers = new LinkedHashMap<>();
    private final Set<String> truth = new HashSet<>();

    private EntitlementWorld() {}

    /** A register's files by the register's name. */
    Map<String, byte[]> registers() {
        return registers;
    }

    static EntitlementWorld of(LocalDate on, Organization organization) {
        EntitlementWorld world = new EntitlementWorld();
        Path directory = null;
        try {
            directory = Files.createTempDirectory("shengmo-world");
            new World(SEED, PERSONS, on, SHAPE).write(directory, World.Format.CSV);
            world.read(directory, organization);
            return world;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            remove(directory);
        }
    }

    private void read(Path directory, Organization organization) throws IOException {
        for (String register : REGISTERS) {
            registers.put(register, Files.readAllBytes(directory.resolve(register + ".csv")));
        }
        Files.readAllLines(directory.resolve("truth/truth.csv")).stream()
                .skip(1)
                .forEach(line -> truth.add(key(line.split(",", -1))));
        Places places = new Places(organization, lines("roster"));
        rewrite("roster", places::roster);
        rewrite("officials", places::official);
        registers.put("standards", places.standards(lines("standards")).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> lines(String register) {
        return new String(registers.get(register), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private void rewrite(String register, java.util.function.UnaryOperator<String> line) {
        String text = lines(register).stream().map(line).collect(Collectors.joining("\n", "", "\n"));
        registers.put(register, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String[] cells) {
        return String.join(" ", cells[0], cells[1], cells.length > 2 ? cells[2] : "");
    }

    /**
     * How well what was found fits what was planted.
     *
     * @param found check, household and person of each finding, the person empty where the household is meant
     */
    List<Score> scores(Set<String> found) {
        Map<String, long[]> counted = new TreeMap<>();
        Set<String> all = new HashSet<>(truth);
        all.addAll(found);
        for (String key : all) {
            long[] counts = counted.computeIfAbsent(key.substring(0, key.indexOf(' ')), check -> new long[3]);
            counts[0] += truth.contains(key) ? 1 : 0;
            counts[1] += found.contains(key) ? 1 : 0;
            counts[2] += truth.contains(key) && found.contains(key) ? 1 : 0;
        }
        List<Score> scores = new ArrayList<>();
        counted.forEach((check, counts) -> scores.add(new Score(check, counts[0], counts[1], counts[2])));
        scores.add(new Score(
                "*",
                truth.size(),
                found.size(),
                scores.stream().mapToLong(Score::right).sum()));
        return scores;
    }

    private static void remove(Path directory) {
        if (directory == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The world's villages, each given a village of the district, nearly all in the township of the same place in the list. */
    private static final class Places {

        private static final int TOWNSHIPS = 16;
        private static final int TOWNSHIP = 5;
        private static final int VILLAGE = 6;
        private static final List<String> WORLDS = List.of(
                "青禾街道", "石桥街道", "松岭镇", "白沙镇", "柳河镇", "云岗镇", "竹溪镇", "枫店镇", "南屏镇", "双泉镇", "古渡乡", "桐坪乡", "杏湾乡", "梅畈乡",
                "银滩乡", "牛首乡");

        private final Map<String, String[]> villages = new HashMap<>();
        private final List<String> town = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        Places(Organization organization, List<String> roster) {
            List<List<String>> free = new ArrayList<>();
            for (int i = 1; i <= TOWNSHIPS; i++) {
                Body township = organization.bodyByCode("T%02d".formatted(i)).orElseThrow();
                names.add(township.name());
                free.add(new ArrayList<>(organization.childrenOf(township.id()).stream()
                        .map(village -> township.name() + village.name())
                        .toList()));
            }
            Map<String, Set<String>> found = new TreeMap<>();
            roster.stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> found.computeIfAbsent(cells[TOWNSHIP], name -> new java.util.TreeSet<>())
                            .add(cells[VILLAGE]));
            List<String> homeless = new ArrayList<>();
            for (int i = 0; i < TOWNSHIPS; i++) {
                for (String village : found.getOrDefault(WORLDS.get(i), Set.of())) {
                    if (free.get(i).isEmpty()) {
                        homeless.add(village);
                    } else {
                        place(village, i, free);
                    }
                }
            }
            for (String village : homeless) {
                for (int i = 0; i < TOWNSHIPS && !villages.containsKey(village); i++) {
                    if (!free.get(i).isEmpty()) {
                        place(village, i, free);
                    }
                }
            }
        }

        private void place(String village, int township, List<List<String>> free) {
            String name = free.get(township).removeFirst();
            villages.put(village, new String[] {names.get(township), name});
            if (village.startsWith(WORLDS.get(0)) || village.startsWith(WORLDS.get(1))) {
                town.add(name);
            }
        }

        String roster(String line) {
            String[] cells = line.split(",", -1);
            if (cells[0].equals("household_id")) {
                return line + ",account";
            }
            String[] place = villages.get(cells[VILLAGE]);
            cells[TOWNSHIP] = place[0];
            cells[VILLAGE] = place[1];
            return String.join(",", cells) + ",6217%012d".formatted(Chance.of(1_000_000_000, cells[1], "account"));
        }

        /** 民政办主任 1 to 32, two a township, are the township's head. */
        String official(String line) {
            String[] cells = line.split(",", -1);
            if (cells[0].equals("id_number")) {
                return line;
            }
            int number = (Integer.parseInt(cells[1].replaceAll("\\D", "")) - 1) % TOWNSHIPS;
            return String.join(",", cells[0], "T%02d-02".formatted(number + 1), names.get(number));
        }

        /** The standards of the two towns hold in each of their villages. */
        String standards(List<String> lines) {
            List<String> written = new ArrayList<>();
            for (String line : lines) {
                String area = line.substring(0, line.indexOf(','));
                if (area.equals(WORLDS.get(0))) {
                    town.forEach(village -> written.add(village + line.substring(line.indexOf(','))));
                } else if (!area.equals(WORLDS.get(1))) {
                    written.add(line);
                }
            }
            return String.join("\n", written) + "\n";
        }
    }
}
