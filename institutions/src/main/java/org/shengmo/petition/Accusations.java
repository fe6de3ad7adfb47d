package org.shengmo.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;

/**
 * Complaints about officials, for discipline intake alone and never for whom they are about (信访工作条例 art. 30): not for the
 * person by identity or by name, not for anyone in a body complained of. A room for discipline takes its leads from here.
 */
public interface Accusations {

    /** Leave to receive complaints about officials. */
    Permission INTAKE = Permission.of("petition.discipline.intake");

    /** Leave to receive complaints about the intake's own people, and none other. */
    Permission ABOVE = Permission.of("petition.discipline.above");

    /** The secrecy compartment their entries are confined to. */
    String COMPARTMENT = "petition.discipline";

    /** What the reader may see, the earliest due first. */
    List<Accusation> readableBy(Actor reader);

    /** One, where it is for the reader. */
    Optional<Accusation> find(Actor reader, UUID id);

    /** What was said with whoever brought it, oldest first. */
    List<Message> messages(Actor reader, UUID id);

    /**
     * Takes it up. Entry {@code accusation.taken}, in the compartment.
     *
     * @throws org.shengmo.wording.Refused for whom it is not
     */
    void take(Actor by, UUID id);

    /** Writes to whoever brought it; the last word when {@code answer}. */
    void write(Actor by, UUID id, String text, boolean answer);

    /** The content of a file that hangs on it. */
    byte[] file(Actor by, UUID id, UUID attachment);

    /**
     * A complaint.
     *
     * @param accused whom it is about, as the sender wrote
     * @param name the sender's name; empty when anonymous
     * @param due by when intake registers it
     */
    record Accusation(
            UUID id,
            long number,
            Channel channel,
            Naming naming,
            String accused,
            List<UUID> accusedPeople,
            List<UUID> accusedBodies,
            UUID place,
            String text,
            String name,
            String phone,
            LocalDate receivedOn,
            LocalDate due,
            String state) {
        public Accusation {
            accusedPeople = List.copyOf(accusedPeople);
            accusedBodies = List.copyOf(accusedBodies);
        }
    }

    /** Something said. */
    record Message(Instant at, boolean fromIntake, String text, List<UUID> attachments) {
        public Message {
            attachments = List.copyOf(attachments);
        }
    }
}
