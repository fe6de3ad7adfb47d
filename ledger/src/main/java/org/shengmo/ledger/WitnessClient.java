package org.shengmo.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks a witness for its cosignature, C2SP tlog-witness. */
public final class WitnessClient {

    private static final int OK = 200;
    private static final int CONFLICT = 409;
    /** A few signature lines; a witness that says more is not read on. */
    private static final int LONGEST_ANSWER = 64 << 10;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final NoteVerifier witness;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * @param prefix the witness's submission prefix
     * @param witness by whose key the cosignature is checked
     */
    public WitnessClient(URI prefix, NoteVerifier witness) {
        String text = prefix.toString();
        this.address = URI.create((text.endsWith("/") ? text : text + "/") + "add-checkpoint");
        this.witness = witness;
    }

    /** By whose key cosignatures are checked. */
    public NoteVerifier witness() {
        return witness;
    }

    /**
     * Gets a checkpoint cosigned. The witness is asked from size 0 first where {@code from} isn't what it has seen; it
     * answers with the size that it has.
     *
     * @param from the size that the witness has cosigned last, as far as known
     * @throws UntrustedException where the witness has seen another log or gives a wrong signature
     * @throws IOException where it can't be reached or refuses
     */
    public NoteSignature cosign(TileSource source, Checkpoint checkpoint, long from) throws IOException {
        Answer response = post(source, checkpoint, Math.min(from, checkpoint.size()));
        if (response.status() == CONFLICT) {
            long seen = Decimal.parse(response.body().strip());
            if (seen > checkpoint.size()) {
                throw new UntrustedException("the witness has already cosigned size " + seen + ", not "
                        + checkpoint.size() + ": the log went back, or another one uses its name");
            }
            response = post(source, checkpoint, seen);
        }
        if (response.status() != OK) {
            throw refused(response);
        }
        return cosignature(response.body(), witness, checkpoint)
                .orElseThrow(() -> new UntrustedException(address + " gave no cosignature that verifies"));
    }

    /** The witness's signature on a checkpoint among the lines of its answer. */
    static Optional<NoteSignature> cosignature(String answer, NoteVerifier witness, Checkpoint checkpoint) {
        return answer.lines()
                .map(NoteSignature::parse)
                .filter(witness::made)
                .filter(line -> witness.verifies(checkpoint.note().text(), line.signature()))
                .findFirst();
    }

    private RuntimeException refused(Answer response) throws IOException {
        String said = address + " refused with status " + response.status() + ": " + Quoted.of(response.body());
        if (response.status() == CONFLICT || response.status() == 422) {
            return new UntrustedException(said);
        }
        throw new IOException(said);
    }

    private Answer post(TileSource source, Checkpoint checkpoint, long from) throws IOException {
        List<Hash> proof = new TreeReader(source, checkpoint.size()).consistency(from);
        byte[] asked = new AddCheckpoint(from, proof, checkpoint.note()).bytes();
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(asked))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return new Answer(
                        response.statusCode(), new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while asking " + address);
        }
    }

    private record Answer(int status, String body) {}
}
