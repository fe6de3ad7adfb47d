package org.shengmo.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;

/**
 * Which duties are meant. An empty list or a null means any.
 *
 * @param owners owning posts
 * @param creditors bodies they are owed to
 * @param kinds their kinds
 * @param about what they are about
 * @param open whether they are still owed
 * @param dueFrom due on this day or later
 * @param dueUntil due on this day or earlier
 * @param holder who holds the owning post, or held it when the duty was closed
 * @param words what the title says; blank for anything
 */
public record DutyFilter(
        List<UUID> owners,
        List<UUID> creditors,
        List<Kind> kinds,
        List<Subject> about,
        Boolean open,
        LocalDate dueFrom,
        LocalDate dueUntil,
        UUID holder,
        String words) {

    /** Every duty. */
    public static final DutyFilter ALL =
            new DutyFilter(List.of(), List.of(), List.of(), List.of(), null, null, null, null, "");

    public DutyFilter {
        owners = List.copyOf(owners);
        creditors = List.copyOf(creditors);
        kinds = List.copyOf(kinds);
        about = List.copyOf(about);
    }

    /** Only those of these posts. */
    public DutyFilter ownedBy(List<UUID> posts) {
        return new DutyFilter(posts, creditors, kinds, about, open, dueFrom, dueUntil, holder, words);
    }

    /** Only those owed to these bodies. */
    public DutyFilter owedTo(List<UUID> bodies) {
        return new DutyFilter(owners, bodies, kinds, about, open, dueFrom, dueUntil, holder, words);
    }

    /** Only those of a kind. */
    public DutyFilter ofKind(Kind kind) {
        return new DutyFilter(owners, creditors, List.of(kind), about, open, dueFrom, dueUntil, holder, words);
    }

    /** Only those about one of these. */
    public DutyFilter about(List<Subject> subjects) {
        return new DutyFilter(owners, creditors, kinds, subjects, open, dueFrom, dueUntil, holder, words);
    }

    /** Only those still owed. */
    public DutyFilter stillOpen() {
        return new DutyFilter(owners, creditors, kinds, about, true, dueFrom, dueUntil, holder, words);
    }

    /** Only those due between two days, both included. */
    public DutyFilter dueBetween(LocalDate first, LocalDate last) {
        return new DutyFilter(owners, creditors, kinds, about, open, first, last, holder, words);
    }

    /** Only those of a holder. */
    public DutyFilter heldBy(UUID person) {
        return new DutyFilter(owners, creditors, kinds, about, open, dueFrom, dueUntil, person, words);
    }

    /** Only those whose title says something. */
    public DutyFilter saying(String wanted) {
        return new DutyFilter(owners, creditors, kinds, about, open, dueFrom, dueUntil, holder, wanted);
    }
}
