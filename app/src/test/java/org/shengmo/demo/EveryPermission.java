package org.shengmo.demo;

import java.util.Arrays;
import java.util.stream.Stream;

/** The permissions that the demonstration's posts have, all of them: whoever has these sees every page. */
public final class EveryPermission {

    private EveryPermission() {}

    /** Their codes. */
    public static String[] codes() {
        return Stream.concat(
                        Stream.of("QW", "QZ", "QJ")
                                .flatMap(body -> Stream.iterate(1, number -> number < 20, number -> number + 1)
                                        .map(number -> "%s-%02d".formatted(body, number)))
                                .flatMap(code -> Roles.of(code, true).permissions().stream()),
                        Arrays.stream(new String[] {"access.account.manage"}))
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }
}
