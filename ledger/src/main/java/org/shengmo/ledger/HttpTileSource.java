package org.shengmo.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A log read over HTTP as C2SP tlog-tiles serves it. What answers too slowly or too long is an error. */
public final class HttpTileSource implements TileSource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST = TilePath.FULL * (2 + EntryBundle.LONGEST_ENTRY);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final String prefix;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param prefix of the log, such as {@code https://log.example/log} */
    public HttpTileSource(URI prefix) {
        String text = prefix.toString();
        this.prefix = text.endsWith("/") ? text : text + "/";
    }

    @Override
    public Optional<byte[]> checkpoint() throws IOException {
        return get("checkpoint");
    }

    @Override
    public Optional<byte[]> read(TilePath path) throws IOException {
        return get(path.toString());
    }

    private Optional<byte[]> get(String resource) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(prefix + resource))
                .timeout(PATIENCE)
                .header("Accept-Encoding", "gzip, identity")
                .build();
        HttpResponse<InputStream> response = send(request);
        try (InputStream raw = response.body()) {
            if (response.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            if (response.statusCode() != OK) {
                throw new IOException(prefix + resource + " answers with status " + response.statusCode());
            }
            boolean gzip =
                    response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
            byte[] bytes = (gzip ? new GZIPInputStream(raw) : raw).readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IOException(prefix + resource + " answers with more than " + LONGEST + " bytes");
            }
            return Optional.of(bytes);
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading " + request.uri());
        }
    }
}
