package org.shengmo.workflow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The port to the BPMN engine. It keeps charts by their content and moves cases over them; what a case is about, who may
 * do a step and by when is for the rooms above. Everything runs in the caller's transaction.
 */
public interface Workflow {

    /**
     * Reads a BPMN 2.0 file and judges whether it can run, without keeping it.
     *
     * @param bpmn the file, from any modeller; no engine's extensions are needed
     * @param knownRole whether a role of a lane or of a potential owner is known
     * @throws org.shengmo.wording.Invalid with every fault, each placed by line, column and the element's identifier
     */
    Chart read(byte[] bpmn, Predicate<String> knownRole);

    /** Reads, judges and keeps; a file that is kept already stays as it is. */
    Chart publish(byte[] bpmn, Predicate<String> knownRole);

    /** Publishes many at once, in their order. */
    List<Chart> publishAll(List<byte[]> files, Predicate<String> knownRole);

    /** A kept chart. */
    Optional<Chart> chart(String hash);

    /** The file of a kept chart, byte for byte as it was published. */
    Optional<byte[]> bpmn(String hash);

    /**
     * Begins a case on a kept chart. The engine takes the chart in when it is first run, from the kept bytes.
     *
     * @param about what the case is about, for whoever looks into the engine
     */
    Position start(String hash, String about);

    /** Where a case stands. */
    Position position(UUID instance);

    /**
     * Does a step and moves on.
     *
     * @param step one of the open steps
     * @param answer one of the chart's answers; empty where nothing is asked
     * @throws org.shengmo.wording.Refused when the step is not open any more, and for an answer that the chart doesn't know
     */
    Position complete(UUID instance, UUID step, String answer);

    /**
     * Goes back to a step.
     *
     * @param step the open step that is left
     * @param node the step to go back to
     * @throws org.shengmo.wording.Refused when other steps are open too, and for any step but those of
     *     {@link Chart#returnable}: something would be skipped, or wait for ever
     */
    Position goBack(UUID instance, UUID step, String node);

    /** Ends a case before its end. */
    void stop(UUID instance, String reasons);
}
