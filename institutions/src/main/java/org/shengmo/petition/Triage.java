package org.shengmo.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Suggests where a petition belongs and which others are like it, and shows why; a person decides. */
public interface Triage {

    /** What past cases suggest for a petition. */
    Suggestion suggest(Petition petition);

    /** Petitions not ended that may be about the same: in the same township, within half a year, in like words. */
    List<Alike> duplicates(Petition petition);

    /**
     * What past cases suggest.
     *
     * @param topics most likely first
     * @param bodies most likely first
     * @param cases the past cases it rests on, most alike first
     * @param accusing words that often stand in complaints about officials
     */
    record Suggestion(List<Choice<Topic>> topics, List<Choice<UUID>> bodies, List<Alike> cases, List<String> accusing) {
        public Suggestion {
            topics = List.copyOf(topics);
            bodies = List.copyOf(bodies);
            cases = List.copyOf(cases);
            accusing = List.copyOf(accusing);
        }
    }

    /**
     * A choice with its share of the likeness.
     *
     * @param share 0 to 1; all choices together give 1
     */
    record Choice<T>(T value, double share) {}

    /**
     * A case like it.
     *
     * @param likeness 0 to 1
     * @param words the words they share that few others have
     */
    record Alike(
            UUID id,
            String handle,
            String title,
            Topic topic,
            UUID body,
            LocalDate receivedOn,
            double likeness,
            List<String> words) {
        public Alike {
            words = List.copyOf(words);
        }
    }
}
