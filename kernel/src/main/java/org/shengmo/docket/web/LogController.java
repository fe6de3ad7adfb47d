package org.shengmo.docket.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.shengmo.docket.CanonicalJson;
import org.shengmo.docket.Seals;
import org.shengmo.ledger.Checkpoint;
import org.shengmo.ledger.MalformedException;
import org.shengmo.ledger.TilePath;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The log for anyone's program, C2SP tlog-tiles under {@code /log}, and its keys at {@code /.well-known/shengmo-log}.
 * The checkpoint isn't cached, tiles and bundles for ever, what isn't there not at all.
 */
@RestController
public class LogController {

    private static final String PREFIX = "/log/";
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain; charset=utf-8");

    private final Seals seals;

    public LogController(Seals seals) {
        this.seals = seals;
    }

    /** The newest signed checkpoint. */
    @GetMapping("/log/checkpoint")
    public ResponseEntity<byte[]> checkpoint() throws IOException {
        return seals.source()
                .checkpoint()
                .map(note -> ResponseEntity.ok()
                        .contentType(TEXT)
                        .cacheControl(CacheControl.noCache())
                        .header("Access-Control-Allow-Origin", "*")
                        .body(note))
                .orElseGet(LogController::missing);
    }

    /** A tile or an entry bundle. Bundles are compressed for those who can read that. */
    @GetMapping("/log/tile/**")
    public ResponseEntity<byte[]> tile(HttpServletRequest request) throws IOException {
        Optional<TilePath> path = path(request.getRequestURI());
        Optional<byte[]> bytes =
                path.isEmpty() ? Optional.empty() : seals.source().read(path.get());
        if (bytes.isEmpty()) {
            return missing();
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .header("Access-Control-Allow-Origin", "*");
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (!path.get().isEntries()) {
            return answer.body(bytes.get());
        }
        answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return accepted == null || !accepted.contains("gzip")
                ? answer.body(bytes.get())
                : answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(gzip(bytes.get()));
    }

    /** Where the log is and by which keys it is checked. */
    @GetMapping(value = "/.well-known/shengmo-log", produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<String> keys() throws IOException {
        List<String> keys = seals.verifierKeys();
        if (keys.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        String origin = seals.checkpoint().map(Checkpoint::origin).orElse("");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .header("Access-Control-Allow-Origin", "*")
                .body(CanonicalJson.of(Map.of("keys", keys, "log", "/log", "origin", origin)));
    }

    /** The receipt of an entry to take away: its public text and the proof, never what it says. */
    @GetMapping("/record/{entry:[0-9]{1,18}}/receipt")
    public ResponseEntity<byte[]> receipt(@PathVariable long entry) throws IOException {
        return seals.receipt(entry, false)
                .map(receipt -> ResponseEntity.ok()
                        .contentType(TEXT)
                        .cacheControl(CacheControl.noCache())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"entry-" + entry + ".tlog-proof\"")
                        .body(receipt.bytes()))
                .orElseGet(LogController::missing);
    }

    private static Optional<TilePath> path(String uri) {
        try {
            return Optional.of(TilePath.parse(uri.substring(uri.indexOf(PREFIX) + PREFIX.length())));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<byte[]> missing() {
        return ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }
}
