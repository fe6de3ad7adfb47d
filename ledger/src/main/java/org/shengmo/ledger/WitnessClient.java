package org.shengmo.ledger;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Asks a witness for its cosignature, C2SP tlog-witness. */
public final class WitnessClient {

    private static final int OK = 200;
    private static final int CONFLICT = 409;
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
        HttpResponse<String> response = post(source, checkpoint, Math.min(from, checkpoint.size()));
        if (response.statusCode() == CONFLICT) {
            long seen = Decimal.parse(response.body().strip());
            if (seen > checkpoint.size()) {
                throw new UntrustedException("the witness has already cosigned size " + seen + ", not "
                        + checkpoint.size() + ": the log went back, or another one uses its name");
            }
            response = post(source, checkpoint, seen);
        }
        if (response.statusCode() != OK) {
            throw refused(response);
        }
        return response.body()
                .lines()
                .map(NoteSignature::parse)
                .filter(witness::made)
                .filter(line -> witness.verifies(checkpoint.note().text(), line.signature()))
                .findFirst()
                .orElseThrow(() -> new UntrustedException(address + " gave no cosignature that verifies"));
    }

    private RuntimeException refused(HttpResponse<String> response) throws IOException {
        String said = address + " refused with status " + response.statusCode() + ": " + Quoted.of(response.body());
        if (response.statusCode() == CONFLICT || response.statusCode() == 422) {
            return new UntrustedException(said);
        }
        throw new IOException(said);
    }

    private HttpResponse<String> post(TileSource source, Checkpoint checkpoint, long from) throws IOException {
        List<Hash> proof = new TreeReader(source, checkpoint.size()).consistency(from);
        byte[] body = new AddCheckpoint(from, proof, checkpoint.note()).bytes();
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while asking " + address);
        }
    }
}
