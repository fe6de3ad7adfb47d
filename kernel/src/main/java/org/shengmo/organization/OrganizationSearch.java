package org.shengmo.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shengmo.access.Actor;
import org.shengmo.access.Searchable;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Finds people and bodies by name or code, for those who are signed in. */
@Component
class OrganizationSearch implements Searchable {

    private final Organization organization;
    private final Clock clock;

    OrganizationSearch(Organization organization, Clock clock) {
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "organization.search";
    }

    @Override
    public List<Hit> search(Actor reader, String words, int limit) {
        if (reader.person() == null) {
            return List.of();
        }
        Directory directory = organization.directory();
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        List<Hit> hits = new ArrayList<>();
        for (Person person : directory.people()) {
            if (matches(wanted, person.name(), person.code())) {
                hits.add(new Hit(person.name(), detail(directory, person), "/people/" + person.id()));
            }
        }
        for (Body body : directory.bodies()) {
            if (matches(wanted, body.name(), body.code())) {
                hits.add(
                        new Hit(body.name(), Text.of("organization.body-kind." + body.kind()), "/bodies/" + body.id()));
            }
        }
        return hits.stream().limit(limit).toList();
    }

    private Text detail(Directory directory, Person person) {
        return directory.tenuresOf(person.id(), LocalDate.now(clock)).stream()
                .findFirst()
                .map(tenure -> directory.post(tenure.post()))
                .map(post -> Text.of(
                        "organization.search.post", directory.body(post.body()).name(), post.name()))
                .orElse(Text.of("organization.no-post"));
    }

    private static boolean matches(String wanted, String name, String code) {
        return name.toLowerCase(Locale.ROOT).contains(wanted)
                || code.toLowerCase(Locale.ROOT).equals(wanted);
    }
}
