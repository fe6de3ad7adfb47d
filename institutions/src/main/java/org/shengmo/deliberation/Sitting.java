package org.shengmo.deliberation;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;

/**
 * A meeting as its acts so far make it. A value: each move gives the next sitting, or is refused ({@link
 * org.shengmo.wording.Refused}) and changes nothing. Who presides speaks last: the body's principal, or in the principal's
 * absence the highest ranked of those in the room (Interim Regulations on Major Administrative Decisions art. 30).
 *
 * @param members the whole membership by rank, whether in the room or not
 * @param present the posts in the room
 * @param items the agenda in its order
 * @param progress where the meeting is
 */
public record Sitting(List<Member> members, Set<UUID> present, List<AgendaItem> items, Progress progress) {

    /** Where a meeting is. */
    public enum Progress {
        /** Convened, not opened. */
        CONVENED,
        /** Being held. */
        OPEN,
        /** Closed: nothing more is said. */
        CLOSED
    }

    private static final Quorum HALF = new Quorum(1, 2);

    public Sitting {
        members = members.stream()
                .sorted(Comparator.comparingInt(Member::rank).thenComparing(member -> member.post()))
                .toList();
        present = Set.copyOf(present);
        items = List.copyOf(items);
    }

    /** A meeting that is convened. */
    public static Sitting convened(List<Member> members, List<AgendaItem> items) {
        return new Sitting(members, Set.of(), items, Progress.CONVENED);
    }

    // Who is in the room

    /** A member comes in. */
    public Sitting arrive(UUID post) {
        requireNotClosed();
        member(post);
        Set<UUID> more = new HashSet<>(present);
        more.add(post);
        return new Sitting(members, more, items, progress);
    }

    /** A member goes out. */
    public Sitting leave(UUID post) {
        requireNotClosed();
        member(post);
        Set<UUID> fewer = new HashSet<>(present);
        fewer.remove(post);
        return new Sitting(members, fewer, items, progress);
    }

    // The meeting

    /** Opens the meeting; refused below half of the whole membership. */
    public Sitting open() {
        if (progress != Progress.CONVENED) {
            throw Refusal.of("deliberation.meeting.opened").refused();
        }
        if (!HALF.reachedBy(present.size(), members.size())) {
            throw Refusal.of("deliberation.quorum.meeting", present.size(), members.size())
                    .refused();
        }
        return new Sitting(members, present, items, Progress.OPEN);
    }

    /** Closes the meeting; refused while an item is neither decided nor put off. */
    public Sitting close() {
        requireOpen();
        items.stream()
                .filter(item -> item.progress() != AgendaItem.Progress.CLOSED)
                .findFirst()
                .ifPresent(item -> {
                    throw Refusal.of("deliberation.meeting.items-left", item.title())
                            .refused();
                });
        return new Sitting(members, present, items, Progress.CLOSED);
    }

    // An item

    /** Calls an item; refused while another is being heard and without its quorum. */
    public Sitting call(UUID matter) {
        requireOpen();
        AgendaItem item = item(matter);
        if (item.progress() != AgendaItem.Progress.WAITING) {
            throw Refusal.of("deliberation.item.called", item.title()).refused();
        }
        items.stream()
                .filter(each -> each.progress() == AgendaItem.Progress.OPEN)
                .findFirst()
                .ifPresent(open -> {
                    throw Refusal.of("deliberation.item.other-open", open.title())
                            .refused();
                });
        requireQuorum(item);
        return with(item.at(AgendaItem.Progress.OPEN));
    }

    /** A member keeps out of an item; refused after the own stand and once the item is closed. */
    public Sitting recuse(UUID matter, UUID post, String ground) {
        requireNotClosed();
        member(post);
        AgendaItem item = item(matter);
        requireNotClosed(item);
        if (ground.isBlank()) {
            throw Invalid.at("ground", "deliberation.fault.blank");
        }
        if (item.standOf(post).isPresent()) {
            throw Refusal.of("deliberation.recuse.spoken").refused();
        }
        return with(item.recusing(post, ground.strip()));
    }

    /** A member lets the next speak first; refused for who presides, who is last anyway. */
    public Sitting pass(UUID matter, UUID post) {
        AgendaItem item = mayStand(matter, post);
        if (isLastWord(item, post)) {
            throw Refusal.of("deliberation.turn.presider-last").refused();
        }
        requireTurn(item, post);
        return with(item.passing(post));
    }

    /**
     * A member takes a stand, which is the vote. Refused a second time, out of turn, for who is recused or not in the room,
     * and for who presides until every other in the room has spoken.
     *
     * @throws Invalid when who presides differs from the majority of the others and gives no reasons
     */
    public Sitting stand(UUID matter, UUID post, Stance stance, String words, Instant at) {
        AgendaItem item = mayStand(matter, post);
        requireTurn(item, post);
        boolean last = isLastWord(item, post);
        if (last
                && words.isBlank()
                && majorityOf(item).filter(majority -> majority != stance).isPresent()) {
            throw Invalid.at("words", "deliberation.fault.reasons");
        }
        return with(item.with(new Stand(post, item.stands().size() + 1, stance, words.strip(), last, at)));
    }

    /**
     * Closes an item: more than half of the whole membership for it, and it is adopted. Refused while somebody in the room
     * has not spoken, and when the quorum is gone: then it can only be put off.
     */
    public Sitting decide(UUID matter) {
        requireOpen();
        AgendaItem item = item(matter);
        requireHeard(item);
        speaker(item).ifPresent(next -> {
            throw Refusal.of("deliberation.item.unheard", next.name()).refused();
        });
        requireQuorum(item);
        return with(item.closed(outcome(item)));
    }

    /** Puts an item off without a decision. */
    public Sitting postpone(UUID matter) {
        requireOpen();
        AgendaItem item = item(matter);
        requireNotClosed(item);
        return with(item.closed(Outcome.DEFERRED));
    }

    private Outcome outcome(AgendaItem item) {
        if (item.count(Stance.AGREE) >= needed()) {
            return Outcome.ADOPTED;
        }
        return 2 * item.count(Stance.DEFER) > item.stands().size() ? Outcome.DEFERRED : Outcome.REJECTED;
    }

    // What can be asked

    /** The item of a matter; refused when it is not on the agenda. */
    public AgendaItem item(UUID matter) {
        return items.stream()
                .filter(item -> item.matter().equals(matter))
                .findFirst()
                .orElseThrow(() -> Refusal.of("deliberation.item.absent").refused());
    }

    /** The member of a post; refused for anyone else. */
    public Member member(UUID post) {
        return members.stream()
                .filter(member -> member.post().equals(post))
                .findFirst()
                .orElseThrow(() -> Refusal.of("deliberation.member.no").refused());
    }

    /** Who is in the room for an item and not recused, by rank. */
    public List<Member> voters(AgendaItem item) {
        return members.stream()
                .filter(member -> present.contains(member.post()))
                .filter(member -> !item.recused().containsKey(member.post()))
                .toList();
    }

    /** Who presides over the meeting: the principal, else the highest ranked in the room. */
    public Optional<Member> presider() {
        return presiding(members.stream()
                .filter(member -> present.contains(member.post()))
                .toList());
    }

    /** Who presides over an item: the principal, else the highest ranked in the room, unless recused. */
    public Optional<Member> presider(AgendaItem item) {
        return presiding(voters(item));
    }

    private static Optional<Member> presiding(List<Member> there) {
        return there.stream()
                .min(Comparator.comparing((Member member) -> !member.principal())
                        .thenComparingInt(Member::rank));
    }

    /**
     * In which order those in the room who have not spoken will: the lowest ranked first, then who let others go first, and
     * last who presides. After the last word nobody speaks but a principal who came in late.
     */
    public List<Member> turns(AgendaItem item) {
        Optional<Member> presider = presider(item);
        return voters(item).stream()
                .filter(member -> item.standOf(member.post()).isEmpty())
                .filter(member -> !lastWordSpoken(item) || member.principal())
                .sorted(Comparator.comparing((Member member) ->
                                presider.filter(member::equals).isPresent())
                        .thenComparingInt(member -> item.passed().indexOf(member.post()))
                        .thenComparing(Comparator.comparingInt(Member::rank).reversed()))
                .toList();
    }

    /** Whose turn it is. */
    public Optional<Member> speaker(AgendaItem item) {
        return turns(item).stream().findFirst();
    }

    /** Whether who presides has spoken. */
    public boolean lastWordSpoken(AgendaItem item) {
        return item.stands().stream().anyMatch(Stand::last);
    }

    /** How many must agree: more than half of the whole membership. */
    public int needed() {
        return members.size() / 2 + 1;
    }

    /** Who spoke and did not agree to what was adopted, in the order they spoke. */
    public List<Member> dissent(AgendaItem item) {
        return item.outcome() != Outcome.ADOPTED
                ? List.of()
                : item.stands().stream()
                        .filter(stand -> stand.stance() != Stance.AGREE)
                        .map(stand -> member(stand.post()))
                        .toList();
    }

    /** The stance of more than half of those who have spoken. */
    public Optional<Stance> majorityOf(AgendaItem item) {
        return java.util.Arrays.stream(Stance.values())
                .filter(stance -> 2 * item.count(stance) > item.stands().size())
                .findFirst();
    }

    private boolean isLastWord(AgendaItem item, UUID post) {
        return presider(item).filter(member -> member.post().equals(post)).isPresent();
    }

    // What is insisted on

    private AgendaItem mayStand(UUID matter, UUID post) {
        requireOpen();
        member(post);
        AgendaItem item = item(matter);
        requireHeard(item);
        if (!present.contains(post)) {
            throw Refusal.of("deliberation.stand.absent").refused();
        }
        if (item.recused().containsKey(post)) {
            throw Refusal.of("deliberation.stand.recused", item.recused().get(post))
                    .refused();
        }
        if (item.standOf(post).isPresent()) {
            throw Refusal.of("deliberation.stand.twice").refused();
        }
        if (lastWordSpoken(item) && !member(post).principal()) {
            throw Refusal.of("deliberation.stand.after-last-word").refused();
        }
        return item;
    }

    private void requireTurn(AgendaItem item, UUID post) {
        List<Member> turns = turns(item);
        Member next = turns.getFirst();
        if (next.post().equals(post)) {
            return;
        }
        if (isLastWord(item, post)) {
            throw Refusal.of("deliberation.turn.last-word", turns.size() - 1).refused();
        }
        throw Refusal.of("deliberation.turn.other", next.name()).refused();
    }

    private void requireQuorum(AgendaItem item) {
        int there = voters(item).size();
        if (!item.quorum().reachedBy(there, members.size())) {
            throw Refusal.of(
                            "deliberation.quorum.item",
                            there,
                            members.size(),
                            item.quorum().numerator(),
                            item.quorum().denominator())
                    .refused();
        }
    }

    private static void requireHeard(AgendaItem item) {
        if (item.progress() == AgendaItem.Progress.WAITING) {
            throw Refusal.of("deliberation.item.waiting", item.title()).refused();
        }
        requireNotClosed(item);
    }

    private static void requireNotClosed(AgendaItem item) {
        if (item.progress() == AgendaItem.Progress.CLOSED) {
            throw Refusal.of("deliberation.item.closed", item.title()).refused();
        }
    }

    private void requireOpen() {
        if (progress == Progress.CONVENED) {
            throw Refusal.of("deliberation.meeting.not-open").refused();
        }
        requireNotClosed();
    }

    private void requireNotClosed() {
        if (progress == Progress.CLOSED) {
            throw Refusal.of("deliberation.meeting.closed").refused();
        }
    }

    private Sitting with(AgendaItem changed) {
        return new Sitting(
                members,
                present,
                items.stream()
                        .map(item -> item.matter().equals(changed.matter()) ? changed : item)
                        .toList(),
                progress);
    }
}
