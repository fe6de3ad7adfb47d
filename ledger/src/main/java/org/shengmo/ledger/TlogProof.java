package org.shengmo.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A proof to take away, C2SP tlog-proof: checkpoint, index and path, and extra data that nothing vouches for. */
public final class TlogProof {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int LONGEST_PATH = 63;

    private final byte[] extra;
    private final long index;
    private final List<Hash> path;
    private final Note checkpoint;

    public TlogProof(byte[] extra, long index, List<Hash> path, Note checkpoint) {
        this.extra = extra.clone();
        this.index = index;
        this.path = List.copyOf(path);
        this.checkpoint = checkpoint;
        if (index < 0 || path.size() > LONGEST_PATH) {
            throw new MalformedException("a proof has an index from 0 and at most " + LONGEST_PATH + " hashes");
        }
    }

    public static TlogProof parse(byte[] bytes) {
        String text = Note.utf8(bytes);
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new MalformedException("a proof has an empty line before its checkpoint");
        }
        List<String> lines = List.of(text.substring(0, blank).split("\n", -1));
        if (!lines.get(0).equals(HEADER)) {
            throw new MalformedException("a proof starts with the line " + HEADER);
        }
        int at = 1;
        byte[] extra = new byte[0];
        if (at < lines.size() && lines.get(at).startsWith(EXTRA)) {
            extra = StrictBase64.decode(lines.get(at++).substring(EXTRA.length()));
        }
        if (at >= lines.size() || !lines.get(at).startsWith(INDEX)) {
            throw new MalformedException("a proof has a line with the index of its entry");
        }
        long index = Decimal.parse(lines.get(at++).substring(INDEX.length()));
        List<Hash> path =
                lines.subList(at, lines.size()).stream().map(Hash::parse).toList();
        byte[] note = text.substring(blank + 2).getBytes(StandardCharsets.UTF_8);
        return new TlogProof(extra, index, path, Note.parse(note));
    }

    /** Checks the checkpoint and, with it, the entry's inclusion. */
    public Inclusion verify(Trust trust, Hash leaf) {
        return Inclusion.verify(Checkpoint.open(checkpoint, trust), index, leaf, path);
    }

    /** The same proof with extra data beside it. */
    public TlogProof withExtra(byte[] data) {
        return new TlogProof(data, index, path, checkpoint);
    }

    /** Not vouched for by anything: trust it only after checking it by its own means. */
    public byte[] extra() {
        return extra.clone();
    }

    public long index() {
        return index;
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(checkpoint.bytes());
        return bytes.toByteArray();
    }

    private String head() {
        StringBuilder head = new StringBuilder(HEADER).append('\n');
        if (extra.length > 0) {
            head.append(EXTRA).append(StrictBase64.encode(extra)).append('\n');
        }
        head.append(INDEX).append(index).append('\n');
        path.forEach(hash -> head.append(hash).append('\n'));
        return head.append('\n').toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TlogProof that && Arrays.equals(bytes(), that.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }
}
