package org.shengmo.discipline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;

/** What is learned from a case once it is announced: a risk, what is changed against it, by whom, and whether it worked. */
public interface Lessons {

    /**
     * Writes a lesson down; its owner gets a duty. Entry {@code discipline.lesson}.
     *
     * @throws org.shengmo.wording.Invalid for blanks, a due date not to come, a check before it, a metric that is none
     */
    UUID learn(Actor by, UUID order, NewLesson lesson);

    /** The owner made the change. Entry {@code discipline.lesson-done}. */
    void done(Actor by, UUID lesson, String account);

    /**
     * Compares the figure with what it was. Entry {@code discipline.lesson-checked}.
     *
     * @return whether it went the way that was wanted
     * @throws org.shengmo.wording.Refused before the change was made and before its day
     */
    boolean check(Actor by, UUID lesson);

    /** The lessons that the reader may read: those who wrote them, their owners and the line; newest first. */
    List<Lesson> readableBy(Actor reader);

    /** One, where the reader may read it. */
    Optional<Lesson> find(Actor reader, UUID id);

    /** Metrics that a lesson can be checked by. */
    List<String> metrics();

    /**
     * A lesson to be written.
     *
     * @param risk the risk, told so that nobody is named
     * @param rule whether a rule is changed; otherwise a control is added
     * @param metric the figure by which its effect is checked
     * @param fewer whether less of it is wanted
     */
    record NewLesson(
            String risk,
            boolean rule,
            String remedy,
            UUID owner,
            LocalDate due,
            String metric,
            boolean fewer,
            LocalDate checkOn) {}

    /** A lesson; empty fields are not there yet. */
    record Lesson(
            UUID id,
            long number,
            UUID order,
            NewLesson said,
            BigDecimal before,
            LocalDate writtenOn,
            Optional<LocalDate> doneOn,
            String account,
            Optional<LocalDate> checkedOn,
            Optional<BigDecimal> after,
            Optional<Boolean> worked) {}
}
