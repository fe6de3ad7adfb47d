package org.shengmo.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A witness, C2SP tlog-witness: cosigns a log's checkpoint if it is consistent with the last one it cosigned, and
 * remembers it durably before it answers. A fork or a step back gets no cosignature.
 */
public final class Witness {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";

    private final Map<String, Trust> logs;
    private final Cosigner cosigner;
    private final WitnessState state;

    /**
     * @param logs that are witnessed, by whose keys
     * @param folder where the state is kept
     */
    public Witness(List<Trust> logs, Cosigner cosigner, Path folder) {
        this.logs = logs.stream().collect(Collectors.toUnmodifiableMap(Trust::origin, Function.identity()));
        this.cosigner = cosigner;
        this.state = new WitnessState(folder);
    }

    /**
     * An answer in HTTP's terms.
     *
     * @param status HTTP status code
     */
    public record Answer(int status, String contentType, String body) {}

    /**
     * Answers an {@code add-checkpoint} request. One request at a time: checking and remembering are one step.
     *
     * @throws IOException where the state can't be read or kept; nothing has been cosigned then
     */
    public synchronized Answer addCheckpoint(byte[] body) throws IOException {
        AddCheckpoint request;
        TreeHead head;
        try {
            request = AddCheckpoint.parse(body);
            head = TreeHead.parse(request.checkpoint().text());
        } catch (MalformedException e) {
            return new Answer(400, TEXT, e.getMessage() + "\n");
        }
        Trust trust = logs.get(head.origin());
        if (trust == null) {
            return new Answer(404, TEXT, "this witness doesn't know the log\n");
        }
        try {
            Checkpoint.open(request.checkpoint(), trust);
        } catch (UntrustedException e) {
            return new Answer(403, TEXT, e.getMessage() + "\n");
        }
        return cosign(request, head);
    }

    private Answer cosign(AddCheckpoint request, TreeHead head) throws IOException {
        if (request.oldSize() > head.size()) {
            return new Answer(400, TEXT, "the old size is above the checkpoint's\n");
        }
        TreeHead latest =
                state.latest(head.origin()).orElseGet(() -> new TreeHead(head.origin(), 0, TreeHasher.emptyRoot()));
        boolean fork = latest.size() == head.size() && !latest.root().equals(head.root());
        if (request.oldSize() != latest.size() || fork) {
            return new Answer(409, SIZE, latest.size() + "\n");
        }
        try {
            Consistency.check(latest, head, request.proof());
        } catch (UntrustedException e) {
            return new Answer(422, TEXT, e.getMessage() + "\n");
        }
        state.keep(head);
        return new Answer(200, TEXT, cosigner.signatureOf(request.checkpoint().text()) + "\n");
    }

    /** The key by which others check this witness's cosignatures. */
    public VerifierKey key() {
        return cosigner.key();
    }

    static byte[] utf8(Answer answer) {
        return answer.body().getBytes(StandardCharsets.UTF_8);
    }
}
