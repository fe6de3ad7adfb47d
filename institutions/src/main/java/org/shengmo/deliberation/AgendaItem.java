package org.shengmo.deliberation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An item of the agenda as the acts so far make it.
 *
 * @param matter the matter decided
 * @param position its place on the agenda, from 1
 * @param title its title
 * @param quorum who must be in the room for it
 * @param progress whether it waits, is being heard, or is closed
 * @param recused who keeps out, by post, and on what ground
 * @param passed who let others speak first, in the order they did
 * @param stands the stands in the order they were taken
 * @param outcome what was made of it; null before it is closed
 */
public record AgendaItem(
        UUID matter,
        int position,
        String title,
        Quorum quorum,
        Progress progress,
        Map<UUID, String> recused,
        List<UUID> passed,
        List<Stand> stands,
        Outcome outcome) {

    /** Where an item is. */
    public enum Progress {
        /** Not called yet. */
        WAITING,
        /** Being heard. */
        OPEN,
        /** Decided or put off. */
        CLOSED
    }

    public AgendaItem {
        recused = Map.copyOf(recused);
        passed = List.copyOf(passed);
        stands = List.copyOf(stands);
    }

    /** An item that waits. */
    public static AgendaItem waiting(UUID matter, int position, String title, Quorum quorum) {
        return new AgendaItem(matter, position, title, quorum, Progress.WAITING, Map.of(), List.of(), List.of(), null);
    }

    /** The stand of a post, if it took one. */
    public Optional<Stand> standOf(UUID post) {
        return stands.stream().filter(stand -> stand.post().equals(post)).findFirst();
    }

    /** How many took a stance. */
    public int count(Stance stance) {
        return (int) stands.stream().filter(stand -> stand.stance() == stance).count();
    }

    AgendaItem at(Progress next) {
        return new AgendaItem(matter, position, title, quorum, next, recused, passed, stands, outcome);
    }

    AgendaItem closed(Outcome made) {
        return new AgendaItem(matter, position, title, quorum, Progress.CLOSED, recused, passed, stands, made);
    }

    AgendaItem recusing(UUID post, String ground) {
        Map<UUID, String> more = new HashMap<>(recused);
        more.put(post, ground);
        return new AgendaItem(matter, position, title, quorum, progress, more, passed, stands, outcome);
    }

    AgendaItem passing(UUID post) {
        List<UUID> more = new ArrayList<>(passed);
        more.remove(post);
        more.add(post);
        return new AgendaItem(matter, position, title, quorum, progress, recused, more, stands, outcome);
    }

    AgendaItem with(Stand stand) {
        List<Stand> more = new ArrayList<>(stands);
        more.add(stand);
        return new AgendaItem(matter, position, title, quorum, progress, recused, passed, more, outcome);
    }
}
