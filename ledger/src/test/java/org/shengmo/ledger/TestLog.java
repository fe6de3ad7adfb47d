package org.shengmo.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A log's keys and entries for tests. */
final class TestLog {

    static final SecureRandom RANDOM = new SecureRandom();
    static final SecretKey SECRET = SecretKey.forNotes("log.example/test", RANDOM);
    static final Ed25519Signer SIGNER = new Ed25519Signer(SECRET);
    static final Trust TRUST = Trust.log(Signatures.standard().verifier(SECRET.key()));

    private TestLog() {}

    static List<byte[]> entries(long from, long to) {
        return LongStream.range(from, to).mapToObj(TestLog::entry).toList();
    }

    static byte[] entry(long index) {
        return ("entry " + index).getBytes(StandardCharsets.UTF_8);
    }

    static Checkpoint checkpoint(long size, Hash root) {
        return Checkpoint.open(Note.sign(new TreeHead(TRUST.origin(), size, root).text(), List.of(SIGNER)), TRUST);
    }

    static List<Hash> hashes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> TreeHasher.leafOf(entry(-i)))
                .toList();
    }
}
