package org.shengmo.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Fictional personal names, each once, the same ones in the same order every time. */
final class Names {

    private static final int SEED = 20140801;

    private final Random random = new Random(SEED);
    private final List<String> surnames = characters("surnames.txt");
    private final List<String> given = characters("given-names.txt");
    private final Set<String> used = new HashSet<>();

    String next() {
        String name;
        do {
            name = pick(surnames) + pick(given) + (random.nextInt(3) == 0 ? "" : pick(given));
        } while (!used.add(name));
        return name;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> characters(String name) {
        return Table.lines(name)
                .flatMap(line -> line.codePoints().mapToObj(Character::toString))
                .filter(character -> !character.isBlank())
                .toList();
    }
}
