package org.shengmo.charter.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.charter.Charter;
import org.shengmo.charter.CharterKind;
import org.shengmo.charter.Endorsement;
import org.shengmo.charter.Version;
import org.shengmo.charter.VersionDetails;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Versions of lists and plans over the API: read, compared, endorsed, put into force by the same commands as in the pages. */
@RestController
@RequestMapping("/api/v1/charter")
class CharterApi {

    private final Charter charter;
    private final PlanTree trees;
    private final Clock clock;

    CharterApi(Charter charter, PlanTree trees, Clock clock) {
        this.charter = charter;
        this.trees = trees;
        this.clock = clock;
    }

    /**
     * A version.
     *
     * @param state whether it waits for endorsements, is in force or was replaced
     * @param sha256 what an endorsement must name
     */
    record VersionView(
            UUID id,
            UUID document,
            int number,
            String state,
            String sha256,
            LocalDate circulatedOn,
            Map<String, Object> text,
            List<Endorsement> endorsements,
            List<UUID> missing) {

        static VersionView of(Version version) {
            VersionDetails details = version.details();
            String state = switch (version) {
                case Version.Circulated circulated -> "circulated";
                case Version.InForce inForce -> "in-force";
                case Version.Superseded superseded -> "superseded";
            };
            return new VersionView(
                    details.id(),
                    details.document(),
                    details.number(),
                    state,
                    details.sha256(),
                    details.circulatedOn(),
                    details.text().content(),
                    details.endorsements(),
                    details.missing());
        }
    }

    /** An endorsement: the hash of the text seen, and the password once more. */
    record Signature(String sha256, String password) {
        Signature {
            sha256 = sha256 == null ? "" : sha256;
            password = password == null ? "" : password;
        }
    }

    /**
     * What differs between two versions.
     *
     * @param before the number of the earlier
     * @param after the number of the later
     * @param parts each part that differs, with the runs of characters that the other side does not have
     */
    record Comparison(int before, int after, List<Difference.Part> parts) {}

    /**
     * Where a sub-item stands.
     *
     * @param light {@code late}, {@code due}, {@code done} or {@code plain}
     * @param units the lead unit and those that support it
     */
    record Progress(String code, String title, String owner, List<String> units, LocalDate deadline, String light) {
        static Progress of(TreeView.Leaf leaf) {
            return new Progress(
                    leaf.subItem().code(),
                    leaf.subItem().title(),
                    leaf.subItem().owner().name(),
                    leaf.units(),
                    leaf.deadline(),
                    leaf.light().tone().name().toLowerCase(Locale.ROOT));
        }
    }

    static CharterKind kind(String code) {
        return Arrays.stream(CharterKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no document called " + code));
    }

    @GetMapping("/{kind}/{year}/versions")
    List<VersionView> versions(@PathVariable String kind, @PathVariable int year) {
        return charter.document(kind(kind), year).map(charter::versions).orElse(List.of()).stream()
                .map(VersionView::of)
                .toList();
    }

    /** Each sub-item of the year's plan in force with where it stands. */
    @GetMapping("/plan/{year}/progress")
    List<Progress> progress(@PathVariable int year) {
        LocalDate today = LocalDate.now(clock);
        Version plan = charter.document(CharterKind.PLAN, year).map(charter::versions).orElse(List.of()).stream()
                .filter(Version.InForce.class::isInstance)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no plan in force for " + year));
        return trees.of(plan, today).leaves().stream().map(Progress::of).toList();
    }

    @GetMapping("/versions/{id}")
    VersionView version(@PathVariable UUID id) {
        return VersionView.of(charter.version(id));
    }

    @GetMapping("/versions/{id}/difference")
    Comparison difference(@PathVariable UUID id, @RequestParam Optional<UUID> with) {
        Version after = charter.version(id);
        Version before = with.map(charter::version).orElseGet(() -> before(after));
        return new Comparison(
                before.details().number(),
                after.details().number(),
                Difference.between(before.details().text(), after.details().text()));
    }

    private Version before(Version after) {
        return charter.versions(after.details().document()).stream()
                .filter(each -> each.details().number() < after.details().number())
                .findFirst()
                .orElse(after);
    }

    @GetMapping("/waiting")
    List<VersionView> waiting(Actor actor) {
        return actor.post() == null
                ? List.of()
                : charter.waitingFor(actor.post()).stream().map(VersionView::of).toList();
    }

    @PostMapping("/versions/{id}/endorse")
    VersionView endorse(Actor actor, @PathVariable UUID id, @RequestBody Signature signature) {
        return VersionView.of(charter.endorse(actor, id, signature.sha256(), signature.password()));
    }

    @PostMapping("/versions/{id}/enforce")
    VersionView enforce(Actor actor, @PathVariable UUID id) {
        return VersionView.of(charter.enforce(actor, id));
    }
}
