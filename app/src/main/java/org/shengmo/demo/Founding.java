package org.shengmo.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Person;
import org.shengmo.organization.Portfolio;
import org.shengmo.organization.Post;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets the demo district up as it stood before the year: committee, government, discipline commission, 60 departments,
 * 16 townships, 190 villages, who holds which post, who is in charge of what.
 */
@Component
@Profile("demo")
class Founding {

    /** When the bodies were established. */
    static final LocalDate ESTABLISHED = LocalDate.of(2021, 9, 1);

    /** When those in post at the year's beginning were appointed. */
    static final LocalDate APPOINTED = LocalDate.of(2023, 3, 1);

    /** How many people the founding registers. */
    static final int PEOPLE = 25 + 60 * 2 + 16 * 3 + 190;

    private final Organization organization;

    Founding(Organization organization) {
        this.organization = organization;
    }

    /** Brings the district about, in one transaction. */
    @Transactional
    public void found() {
        new Run(organization, Roles.installer()).all();
    }

    /** One founding: names and people run through it. */
    private static final class Run {
        private final Organization organization;
        private final Actor by;
        private final Names names = new Names();
        private final Map<String, Body> bodies = new HashMap<>();
        private final Map<String, Portfolio> portfolios = new HashMap<>();
        private final Map<String, Person> people = new HashMap<>();
        private int registered;

        Run(Organization organization, Actor by) {
            this.organization = organization;
            this.by = by;
        }

        void all() {
            leadingBodies();
            Table.rows("portfolios.tsv")
                    .forEach(row ->
                            portfolios.put(row.get(0), organization.createPortfolio(by, row.get(0), row.get(1))));
            leaders();
            departments();
            townshipsAndVillages();
            coordinatingBodies();
        }

        private void leadingBodies() {
            body("QW", "中共临墨区委员会", BodyKind.COMMITTEE, null, 1);
            body("QZ", "临墨区人民政府", BodyKind.GOVERNMENT, "QW", 2);
            body("QJ", "临墨区纪律检查委员会、监察委员会", BodyKind.DISCIPLINE, "QW", 3);
            body("QR", "临墨区人民代表大会常务委员会", BodyKind.PEOPLES_CONGRESS, "QW", 4);
            body("QX", "政协临墨区委员会", BodyKind.CPPCC, "QW", 5);
        }

        private void leaders() {
            for (List<String> row : Table.rows("leaders.tsv")) {
                boolean head = row.get(3).equals("yes");
                Post post = post(row.get(0), row.get(2), row.get(1), head, Integer.parseInt(row.get(4)), null);
                appoint(row.get(5), post);
                for (String portfolio : row.get(6).split(",", -1)) {
                    if (!portfolio.isEmpty()) {
                        organization.assignPortfolio(
                                by, post.id(), portfolios.get(portfolio).id(), APPOINTED);
                    }
                }
            }
        }

        private void departments() {
            int position = 10;
            for (List<String> row : Table.rows("departments.tsv")) {
                String code = row.get(0);
                boolean party = code.compareTo("D10") <= 0
                        || List.of("D47", "D48", "D49", "D50", "D57").contains(code);
                body(code, row.get(1), BodyKind.DEPARTMENT, party ? "QW" : "QZ", position++);
                organization.cover(
                        by, portfolios.get(row.get(2)).id(), bodies.get(code).id(), APPOINTED);
                filled(code + "-01", "主要负责人", code, true, 1, "department.head");
                filled(code + "-02", "班子成员（分管纪检）", code, false, 2, "department.deputy");
            }
        }

        private void townshipsAndVillages() {
            List<String> words = Table.lines("village-names.txt")
                    .flatMap(line -> List.of(line.split(" ", -1)).stream())
                    .toList();
            int position = 100;
            int village = 0;
            for (List<String> row : Table.rows("townships.tsv")) {
                String code = row.get(0);
                body(code, row.get(1), BodyKind.TOWNSHIP, "QW", position++);
                filled(code + "-01", "党委书记", code, true, 1, "township.head");
                filled(code + "-02", "乡镇长", code, false, 2, "township.deputy");
                filled(code + "-03", "纪委书记", code, false, 3, "township.discipline.secretary");
                for (int i = 1; i <= Integer.parseInt(row.get(2)); i++) {
                    String villageCode = "%sV%02d".formatted(code, i);
                    body(villageCode, words.get(village++ % words.size()) + "村", BodyKind.VILLAGE, code, i);
                    filled(villageCode + "-01", "村党组织书记", villageCode, true, 1, "village.head");
                }
            }
        }

        private void coordinatingBodies() {
            int position = 400;
            for (List<String> row : Table.rows("coordinating-bodies.tsv")) {
                body(row.get(0), row.get(1), BodyKind.COORDINATING, "QW", position++);
                organization.joinCoordinatingBody(
                        by, bodies.get("QJ").id(), bodies.get(row.get(0)).id(), APPOINTED);
            }
        }

        private void body(String code, String name, BodyKind kind, String parent, int position) {
            var above = parent == null ? null : bodies.get(parent).id();
            bodies.put(code, organization.establish(by, new NewBody(code, name, kind, above, position, ESTABLISHED)));
        }

        private void filled(String code, String name, String body, boolean head, int rank, String kind) {
            appoint(code, post(code, name, body, head, rank, kind));
        }

        private Post post(String code, String name, String body, boolean head, int rank, String kind) {
            UUID at = bodies.get(body).id();
            Roles.Role role = Roles.of(code, head);
            NewPost post = NewPost.of(
                    code, name, at, head, rank, role.reach(), role.permissions().toArray(String[]::new));
            return organization.createPost(by, kind == null ? post : post.ofKind(kind));
        }

        private void appoint(String holder, Post post) {
            Person person = people.computeIfAbsent(holder, key -> register());
            organization.appoint(by, person.id(), post.id(), APPOINTED);
        }

        private Person register() {
            return organization.register(by, new NewPerson("R%04d".formatted(++registered), names.next()));
        }
    }
}
