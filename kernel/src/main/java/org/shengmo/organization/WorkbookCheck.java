package org.shengmo.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.shengmo.workbook.Reading;
import org.shengmo.workbook.Row;

/**
 * Finds the faults of an organization workbook that only the organization can see: what contradicts another row or what is
 * on record.
 */
final class WorkbookCheck {

    private static final Pattern DOTTED = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");

    private final Reading reading;
    private final Directory directory;
    private final Map<String, Row> bodies = new HashMap<>();
    private final Map<String, Row> posts = new HashMap<>();

    WorkbookCheck(Reading reading, Directory directory) {
        this.reading = reading;
        this.directory = directory;
        reading.rows(OrganizationLayout.BODIES).forEach(row -> bodies.put(row.text("code"), row));
        reading.rows(OrganizationLayout.POSTS).forEach(row -> posts.put(row.text("code"), row));
    }

    /** Adds every fault to the reading. */
    void run() {
        reading.rows(OrganizationLayout.BODIES).forEach(this::body);
        reading.rows(OrganizationLayout.POSTS).forEach(this::post);
        heads();
        reading.rows(OrganizationLayout.PEOPLE).forEach(this::person);
        tenures();
        reading.rows(OrganizationLayout.PORTFOLIOS).forEach(this::portfolio);
        memberships();
    }

    private void sameName(Row row, Optional<String> onRecord) {
        onRecord.filter(name -> !name.equals(row.text("name")))
                .ifPresent(
                        name -> reading.fault(row, "name", "organization.import.other-name", row.text("code"), name));
    }

    private void body(Row row) {
        sameName(row, directory.bodyByCode(row.text("code")).map(Body::name));
        Set<String> seen = new HashSet<>(Set.of(row.text("code")));
        Row above = row;
        while (above != null && above.has("parent")) {
            String parent = above.text("parent");
            if (!seen.add(parent)) {
                if (parent.equals(row.text("code"))) {
                    reading.fault(row, "parent", "organization.import.parent-circle", row.text("name"));
                }
                return;
            }
            above = bodies.get(parent);
        }
    }

    private void post(Row row) {
        Optional<Post> known = directory.postByCode(row.text("code"));
        sameName(row, known.map(Post::name));
        known.map(post -> directory.body(post.body()).code())
                .filter(code -> !code.equals(row.text("body")))
                .ifPresent(
                        code -> reading.fault(row, "body", "organization.import.other-body", row.text("code"), code));
        row.optionalText("kind")
                .filter(kind -> !DOTTED.matcher(kind).matches())
                .ifPresent(kind -> reading.fault(row, "kind", "organization.import.kind", kind));
        row.optionalText("permissions").map(Lists::items).stream()
                .flatMap(List::stream)
                .filter(permission -> !DOTTED.matcher(permission).matches())
                .forEach(permission -> reading.fault(row, "permissions", "organization.import.permission", permission));
        List<String> chosen = row.optionalText("scopeBodies").map(Lists::items).orElse(List.of());
        unknownBodies(row, "scopeBodies", chosen);
        boolean choosing = row.optionalText("scope").equals(Optional.of(Reach.CHOSEN_BODIES.name()));
        if (choosing == chosen.isEmpty()) {
            reading.fault(row, choosing ? "scopeBodies" : "scope", "organization.chosen-bodies.malformed");
        }
        if (row.yes("head") && row.optionalWholeNumber("seats").orElse(1L) > 1) {
            reading.fault(row, "seats", "organization.head.one-seat");
        }
    }

    private void unknownBodies(Row row, String column, List<String> codes) {
        codes.stream()
                .filter(code -> !bodies.containsKey(code))
                .forEach(code -> reading.fault(row, column, "organization.import.no-body", code));
    }

    private void heads() {
        Map<String, Row> heads = new HashMap<>();
        for (Row row : reading.rows(OrganizationLayout.POSTS)) {
            String body = row.text("body");
            if (row.yes("head")) {
                Row first = heads.putIfAbsent(body, row);
                boolean another = directory
                        .bodyByCode(body)
                        .flatMap(known -> directory.headOf(known.id()))
                        .filter(head -> !head.code().equals(row.text("code")))
                        .isPresent();
                if (first != null || another) {
                    reading.fault(row, "head", "organization.head.taken", body);
                }
            }
        }
    }

    private void person(Row row) {
        sameName(row, directory.personByCode(row.text("code")).map(Person::name));
    }

    /** Somebody's time in a post, from a row or from the record. */
    private record Term(UUID id, String person, Days days, String place) {}

    private void tenures() {
        Map<String, List<Term>> terms = new HashMap<>();
        for (Row row : reading.rows(OrganizationLayout.TENURES)) {
            days(row)
                    .filter(days -> !WorkbookImport.tenureOnRecord(
                            directory, row.text("person"), row.text("post"), days.from()))
                    .ifPresent(days -> {
                        String post = row.text("post");
                        List<Term> in = terms.computeIfAbsent(post, this::onRecord);
                        Term term = new Term(UUID.randomUUID(), row.text("person"), days, row.place("from"));
                        if (fits(row, post, in, term)) {
                            in.add(term);
                        }
                    });
        }
    }

    private Optional<Days> days(Row row) {
        LocalDate from = row.date("from");
        LocalDate until = row.optionalDate("until").orElse(null);
        if (until != null && !from.isBefore(until)) {
            reading.fault(row, "until", "organization.tenure.ends-before-it-begins", from, until);
            return Optional.empty();
        }
        return Optional.of(new Days(from, until));
    }

    private List<Term> onRecord(String post) {
        List<Term> terms = new ArrayList<>();
        directory
                .postByCode(post)
                .ifPresent(known -> directory
                        .tenuresIn(known.id())
                        .forEach(tenure -> terms.add(new Term(
                                tenure.id(),
                                directory.person(tenure.person()).code(),
                                new Days(tenure.from(), tenure.until()),
                                null))));
        return terms;
    }

    private boolean fits(Row row, String post, List<Term> in, Term term) {
        Optional<Term> own = in.stream()
                .filter(each ->
                        each.person().equals(term.person()) && each.days().overlaps(term.days()))
                .findFirst();
        if (own.isPresent()) {
            return refuse(row, "organization.import.same-person", own.get());
        }
        Map<UUID, Days> all = new HashMap<>();
        in.forEach(each -> all.put(each.id(), each.days()));
        all.put(term.id(), term.days());
        if (Seating.arrange(all, seats(post)).isEmpty()) {
            Term other = in.stream()
                    .filter(each -> each.days().overlaps(term.days()))
                    .findFirst()
                    .orElseThrow();
            return refuse(row, "organization.import.overlap", other);
        }
        LocalDate established = established(post);
        if (established != null && term.days().from().isBefore(established)) {
            reading.fault(row, "from", "organization.import.before-body", established);
            return false;
        }
        return true;
    }

    private boolean refuse(Row row, String key, Term other) {
        Object where =
                other.place() == null ? org.shengmo.wording.Text.of("organization.import.on-record") : other.place();
        reading.fault(
                row,
                "from",
                key,
                other.person(),
                other.days().from(),
                Clerk.day(other.days().until()),
                where);
        return false;
    }

    private int seats(String post) {
        return directory
                .postByCode(post)
                .map(Post::seats)
                .orElseGet(() -> Optional.ofNullable(posts.get(post))
                        .flatMap(row -> row.optionalWholeNumber("seats"))
                        .orElse(1L)
                        .intValue());
    }

    private LocalDate established(String post) {
        return Optional.ofNullable(posts.get(post))
                .map(row -> bodies.get(row.text("body")))
                .flatMap(body -> body.optionalDate("established"))
                .orElse(null);
    }

    private void portfolio(Row row) {
        sameName(row, directory.portfolioByCode(row.text("code")).map(Portfolio::name));
        unknownBodies(
                row, "bodies", row.optionalText("bodies").map(Lists::items).orElse(List.of()));
    }

    private void memberships() {
        Map<String, List<Days>> known = new HashMap<>();
        for (Row row : reading.rows(OrganizationLayout.MEMBERSHIPS)) {
            String coordinating = row.text("coordinating");
            String member = row.text("member");
            boolean right = Optional.ofNullable(bodies.get(coordinating))
                    .map(body -> body.text("kind").equals(BodyKind.COORDINATING.name()))
                    .orElse(true);
            if (!right || coordinating.equals(member)) {
                reading.fault(row, "coordinating", "organization.membership.not-coordinating", coordinating);
            }
            days(row).ifPresent(days -> {
                List<Days> others = known.computeIfAbsent(
                        coordinating + " " + member, each -> membershipsOnRecord(coordinating, member, days.from()));
                if (others.stream().anyMatch(days::overlaps)) {
                    reading.fault(row, "from", "organization.import.member-twice", member, coordinating);
                }
                others.add(days);
            });
        }
    }

    /** Those that begin on the row's day are the row itself, imported before. */
    private List<Days> membershipsOnRecord(String coordinating, String member, LocalDate except) {
        List<Days> days = new ArrayList<>();
        directory
                .bodyByCode(member)
                .ifPresent(body -> directory.membershipsOf(body.id()).stream()
                        .filter(each ->
                                directory.body(each.coordinatingBody()).code().equals(coordinating))
                        .filter(each -> !each.from().equals(except))
                        .forEach(each -> days.add(new Days(each.from(), each.until()))));
        return days;
    }
}
