package org.shengmo.discipline.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.shengmo.organization.Directory;
import org.shengmo.wording.Invalid;

/** Codes that people typed, as what they stand for. */
final class Codes {

    private Codes() {}

    static UUID person(Directory directory, String place, String code) {
        return one(place, code, typed -> directory.personByCode(typed).map(org.shengmo.organization.Person::id));
    }

    static UUID post(Directory directory, String place, String code) {
        return one(place, code, typed -> directory.postByCode(typed).map(org.shengmo.organization.Post::id));
    }

    static List<UUID> people(Directory directory, String place, String codes) {
        return split(codes).stream().map(code -> person(directory, place, code)).toList();
    }

    static List<UUID> bodies(Directory directory, String place, String codes) {
        return split(codes).stream()
                .map(code ->
                        one(place, code, typed -> directory.bodyByCode(typed).map(org.shengmo.organization.Body::id)))
                .toList();
    }

    private static List<String> split(String codes) {
        return Arrays.stream(codes.split("[,，、\\s]+", -1))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static UUID one(String place, String code, Function<String, Optional<UUID>> find) {
        String typed = code.strip();
        return find.apply(typed).orElseThrow(() -> Invalid.at(place, "discipline.fault.code", typed));
    }
}
