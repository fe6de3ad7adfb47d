package org.shengmo.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The body of an {@code add-checkpoint} request, C2SP tlog-witness.
 *
 * @param oldSize size of the checkpoint that the proof starts from
 * @param proof consistency proof from there
 * @param checkpoint to be cosigned
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, Note checkpoint) {

    private static final String OLD = "old ";
    private static final int MOST_LINES = 63;

    public AddCheckpoint {
        proof = List.copyOf(proof);
        if (oldSize < 0 || proof.size() > MOST_LINES) {
            throw new MalformedException("a consistency proof has at most " + MOST_LINES + " lines");
        }
    }

    public static AddCheckpoint parse(byte[] body) {
        String text = Note.utf8(body);
        int blank = text.indexOf("\n\n");
        if (blank < 0 || !text.startsWith(OLD)) {
            throw new MalformedException("not a request to add a checkpoint");
        }
        List<String> lines = List.of(text.substring(0, blank).split("\n", -1));
        return new AddCheckpoint(
                Decimal.parse(lines.get(0).substring(OLD.length())),
                lines.subList(1, lines.size()).stream().map(Hash::parse).toList(),
                Note.parse(text.substring(blank + 2).getBytes(StandardCharsets.UTF_8)));
    }

    public byte[] bytes() {
        StringBuilder head = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> head.append(hash).append('\n'));
        byte[] start = head.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        return Ed25519.joined(start, checkpoint.bytes());
    }
}
