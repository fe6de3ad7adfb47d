package org.shengmo.organization.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Person;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;

/**
 * A person in the list, with the first of the posts they hold.
 *
 * @param body name of the post's body; empty when they hold none
 * @param post name of the post; empty when they hold none
 * @param kind what sort of body it is
 * @param since since when; null when they hold none
 */
public record PersonRow(UUID id, String code, String name, String body, Text kind, String post, LocalDate since) {

    static final Listing<PersonRow> LISTING = Listing.<PersonRow>titled("organization.people")
            .text("organization.column.name", PersonRow::name)
            .linked(row -> "/people/" + row.id())
            .text("organization.column.body", PersonRow::body)
            .choice("organization.column.kind", PersonRow::kind)
            .text("organization.column.post", PersonRow::post)
            .date("organization.column.since", PersonRow::since)
            .text("organization.column.code", PersonRow::code)
            .sorted("code");

    static List<PersonRow> all(Directory directory, LocalDate on) {
        return directory.people().stream()
                .map(person -> of(directory, person, on))
                .toList();
    }

    private static PersonRow of(Directory directory, Person person, LocalDate on) {
        List<Tenure> tenures = directory.tenuresOf(person.id(), on);
        if (tenures.isEmpty()) {
            return new PersonRow(
                    person.id(), person.code(), person.name(), "", Text.of("organization.no-post"), "", null);
        }
        Post post = directory.post(tenures.getFirst().post());
        return new PersonRow(
                person.id(),
                person.code(),
                person.name(),
                directory.body(post.body()).name(),
                Text.of("organization.body-kind." + directory.body(post.body()).kind()),
                post.name(),
                tenures.getFirst().from());
    }
}
