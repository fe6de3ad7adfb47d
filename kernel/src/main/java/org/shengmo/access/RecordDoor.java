package org.shengmo.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Subject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Who may read what an entry says. That it is there, and its proof, is for anyone; its content for who did it, for whom
 * the room it belongs to lets in, and where no room decides, for who or whose scope it concerns.
 */
@Service
public class RecordDoor {

    /** Leave to read what entries say, within the post's scope: discipline and audit. */
    public static final Permission READ = Permission.of("docket.read");

    private final Docket docket;
    private final ObjectProvider<RecordGate> gates;
    private final ObjectProvider<Posts> posts;
    private final Clock clock;

    RecordDoor(Docket docket, ObjectProvider<RecordGate> gates, ObjectProvider<Posts> posts, Clock clock) {
        this.docket = docket;
        this.gates = gates;
        this.posts = posts;
        this.clock = clock;
    }

    /** Those of some entries, by number, whose content somebody may read. */
    public Set<Long> open(Actor by, List<Entry> entries) {
        Map<Long, Set<Subject>> concerns =
                docket.concerns(entries.stream().map(Entry::id).toList());
        Map<Subject, Optional<Boolean>> decided = new HashMap<>();
        Set<Long> open = new HashSet<>();
        for (Entry entry : entries) {
            boolean own =
                    by.person() != null && by.person().equals(entry.author().person());
            if (own
                    || decided.computeIfAbsent(entry.about(), about -> gated(by, about))
                            .orElseGet(() -> concerned(by, concerns.getOrDefault(entry.id(), Set.of())))
                    || audits(by, concerns.getOrDefault(entry.id(), Set.of()))) {
                open.add(entry.id());
            }
        }
        return open;
    }

    private Optional<Boolean> gated(Actor by, Subject about) {
        return gates.stream()
                .map(gate -> gate.shows(by, about))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private boolean concerned(Actor by, Set<Subject> subjects) {
        return by.person() != null && subjects.stream().anyMatch(subject -> isOrReaches(by, subject));
    }

    private boolean isOrReaches(Actor by, Subject subject) {
        return subject.id().equals(by.person()) || subject.id().equals(by.post()) || reaches(by, subject);
    }

    private boolean audits(Actor by, Set<Subject> subjects) {
        return by.may(READ)
                && (by.scope() instanceof Scope.All || subjects.stream().anyMatch(each -> reaches(by, each)));
    }

    private boolean reaches(Actor by, Subject subject) {
        Posts known = posts.getIfAvailable();
        if (known == null) {
            return false;
        }
        return switch (subject.type()) {
            case "body" -> known.reaches(by, subject.id());
            case "post" ->
                known.bodyOf(subject.id())
                        .filter(body -> known.reaches(by, body))
                        .isPresent();
            case "person" ->
                known.heldBy(subject.id(), LocalDate.now(clock)).stream()
                        .anyMatch(held -> known.reaches(by, held.body()));
            default -> false;
        };
    }
}
