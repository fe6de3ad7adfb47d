package org.shengmo.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;

/** From many petitions about one thing to an action that puts it right. */
public interface Rectifications {

    /** Leave to open rectification actions. */
    Permission MANAGE = Permission.of("petition.rectify");

    /** Where topics gather: petitions by topic, township and month between two days, the largest first. */
    List<Cluster> clusters(LocalDate from, LocalDate until);

    /** Petitions by topic and month between two days. */
    List<Monthly> byMonth(LocalDate from, LocalDate until);

    /**
     * Opens an action for the petitions of a topic in a township that no other action has, received since a day.
     *
     * @throws org.shengmo.wording.Refused without the permission, and where there is none such petition
     * @throws org.shengmo.wording.Invalid with every fault
     */
    UUID open(Actor by, NewRectification action);

    /** A step is done. For the owner. */
    void step(Actor by, UUID action, int position, String account);

    /** Shows a picture of before or after. For the owner. */
    void prove(Actor by, UUID action, byte[] picture, boolean after, String caption);

    /** The owner reports it done; those who complained are asked. */
    void done(Actor by, UUID action, String after);

    /** All of a year, newest first. */
    List<Rectification> of(int year);

    /** One of them. */
    Optional<Rectification> find(UUID id);

    /** Years that have any, newest first. */
    List<Integer> years();

    /**
     * An action to be opened.
     *
     * @param area the township; null for the whole district
     * @param since petitions received from this day on
     */
    record NewRectification(
            Topic topic,
            UUID area,
            LocalDate since,
            String title,
            String target,
            String before,
            UUID owner,
            LocalDate due,
            List<NewStep> steps) {
        public NewRectification {
            steps = List.copyOf(steps);
        }
    }

    /** A step to be done. */
    record NewStep(String title, LocalDate due) {}

    /** Petitions of a topic in a township. */
    record Cluster(Topic topic, UUID area, int petitions, int open) {}

    /** Petitions of a topic in a month. */
    record Monthly(Topic topic, java.time.YearMonth month, int petitions) {}
}
