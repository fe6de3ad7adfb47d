package org.shengmo.charter.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shengmo.charter.Named;
import org.shengmo.organization.Body;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Post;

/** Finds the post or body that somebody typed: by its code, by its name when only one bears it, or as a field offers it. */
final class Finder {

    private static final Pattern OFFERED = Pattern.compile(".*[(（]\\s*([^()（）]+?)\\s*[)）]");

    private final Directory directory;

    Finder(Directory directory) {
        this.directory = directory;
    }

    Optional<Named> post(String typed) {
        return found(typed, directory::postByCode, directory.posts(), Post::code, Post::name);
    }

    Optional<Named> body(String typed) {
        return found(typed, directory::bodyByCode, directory.bodies(), Body::code, Body::name);
    }

    private static <T> Optional<Named> found(
            String typed,
            Function<String, Optional<T>> byCode,
            List<T> all,
            Function<T, String> code,
            Function<T, String> name) {
        String wanted = typed.strip();
        Matcher offered = OFFERED.matcher(wanted);
        Optional<T> known =
                byCode.apply(wanted).or(() -> offered.matches() ? byCode.apply(offered.group(1)) : Optional.empty());
        if (known.isEmpty()) {
            List<T> named =
                    all.stream().filter(each -> name.apply(each).equals(wanted)).toList();
            known = named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
        }
        return known.map(each -> new Named(code.apply(each), name.apply(each)));
    }
}
