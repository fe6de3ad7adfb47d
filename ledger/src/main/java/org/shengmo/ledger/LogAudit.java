package org.shengmo.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Reads a whole log and checks it with no trust in who serves it: every entry against its leaf hash, every tile against
 * the tile above, the top against the signed checkpoint, and that against an earlier one. A fault is told where it is,
 * and the audit goes on. Memory doesn't grow with the log: a window of tiles is held at a time.
 */
public final class LogAudit {

    /** Further faults are counted, not kept. */
    public static final int MOST_FAULTS = 1000;

    private static final int WINDOW = 512;

    private final TileSource source;
    private final Trust trust;
    private final Optional<Checkpoint> earlier;
    private final List<Fault> faults = new ArrayList<>();
    /** Per level the tile whose hashes the tiles below are being compared with. */
    private final Map<Integer, Optional<byte[]>> above = new HashMap<>();

    private long faultCount;
    private long bytes;

    /**
     * @param trust whom to believe
     * @param earlier a checkpoint of the same log that was seen before, if there is one
     */
    public LogAudit(TileSource source, Trust trust, Optional<Checkpoint> earlier) {
        this.source = source;
        this.trust = trust;
        this.earlier = earlier;
    }

    /** Audits once. An object audits one time only. */
    public AuditReport run() {
        Optional<Checkpoint> checkpoint = checkpoint();
        checkpoint.ifPresent(this::audit);
        return new AuditReport(
                checkpoint.map(Checkpoint::head),
                checkpoint.map(Checkpoint::size).orElse(0L),
                bytes,
                faults,
                faultCount);
    }

    private Optional<Checkpoint> checkpoint() {
        String place = "checkpoint";
        try {
            Optional<byte[]> note = source.checkpoint();
            if (note.isEmpty()) {
                add(Fault.of(Fault.Kind.MISSING, place));
            }
            return note.map(bytesOfNote -> Checkpoint.open(bytesOfNote, trust));
        } catch (MalformedException e) {
            add(Fault.of(Fault.Kind.MALFORMED, place, e.getMessage()));
        } catch (UntrustedException e) {
            add(Fault.of(Fault.Kind.UNTRUSTED, place, e.getMessage()));
        } catch (IOException e) {
            add(Fault.of(Fault.Kind.UNREADABLE, place, e));
        }
        return Optional.empty();
    }

    private void audit(Checkpoint checkpoint) {
        long size = checkpoint.size();
        boolean whole = bundles(size);
        if (whole) {
            root(size, checkpoint.head(), Fault.Kind.ROOT_DIFFERS);
        }
        if (source instanceof FileStorage files) {
            partials(files, size);
        }
        earlier.ifPresent(before -> {
            if (before.size() > size) {
                add(Fault.of(Fault.Kind.ROLLED_BACK, "checkpoint", before.size(), size));
            } else {
                root(size, before.head(), Fault.Kind.FORKED);
            }
        });
    }

    /** Entries against the tiles of level 0, a window at a time on all cores. */
    private boolean bundles(long size) {
        long count = (size + TilePath.FULL - 1) / TilePath.FULL;
        boolean whole = true;
        for (long from = 0; from < count; from += WINDOW) {
            whole &= gather(
                    LongStream.range(from, Math.min(count, from + WINDOW))
                            .parallel()
                            .mapToObj(index -> TileCheck.entries(source, index, size))
                            .toList(),
                    size);
        }
        return whole;
    }

    /** A full tile's root against the hash of it in the tile above, and so on up where that one is full. */
    private boolean climb(int level, long index, Hash root, long size) {
        TilePath path = new TilePath(
                level + 1, index / TilePath.FULL, TreeReader.width(level + 1, index / TilePath.FULL, size));
        int position = (int) (index % TilePath.FULL);
        if (position == 0) {
            List<Fault> found = new ArrayList<>();
            above.put(level + 1, TileCheck.read(source, path, found));
            found.forEach(this::add);
        }
        Optional<byte[]> parent = above.get(level + 1);
        if (parent.isEmpty()) {
            return false;
        }
        if (!root.equals(Hash.at(parent.get(), position * Hash.LENGTH))) {
            add(Fault.of(
                    Fault.Kind.NODE_CHANGED, path.toString(), position, new TilePath(level, index, TilePath.FULL)));
        }
        boolean last = position == TilePath.FULL - 1;
        return !last
                || climb(level + 1, path.index(), TreeHasher.here().perfectRoot(parent.get(), 0, TilePath.FULL), size);
    }

    /** The root that the tiles have at a signed size against the root that was signed. */
    private void root(long size, TreeHead signed, Fault.Kind otherwise) {
        try {
            Hash computed = new TreeReader(source, size).rootAt(signed.size());
            if (!computed.equals(signed.root())) {
                add(Fault.of(otherwise, "checkpoint", signed.size(), signed.root(), computed));
            }
        } catch (LedgerException e) {
            add(Fault.of(Fault.Kind.MALFORMED, "tile", e.getMessage()));
        } catch (IOException e) {
            add(Fault.of(Fault.Kind.UNREADABLE, "tile", e));
        }
    }

    /** Tiles of earlier sizes that are still there must be the beginnings of today's. */
    private void partials(FileStorage files, long size) {
        try {
            files.partials().forEach(path -> partial(path, size));
        } catch (MalformedException e) {
            add(Fault.of(Fault.Kind.MALFORMED, "tile", e.getMessage()));
        } catch (IOException e) {
            add(Fault.of(Fault.Kind.UNREADABLE, "tile", e));
        }
    }

    private void partial(TilePath path, long size) {
        int now = TreeReader.width(path.level(), path.index(), size);
        if (path.width() >= now) {
            return; // today's own, checked already, or left by a crash and never signed
        }
        List<Fault> found = new ArrayList<>();
        Optional<byte[]> partial = TileCheck.read(source, path, found);
        Optional<byte[]> whole =
                TileCheck.read(source, new TilePath(path.level(), path.index(), now), new ArrayList<>());
        found.forEach(this::add);
        if (partial.isPresent() && whole.isPresent()) {
            int length = partial.get().length;
            if (Arrays.mismatch(partial.get(), whole.get()) != (length == whole.get().length ? -1 : length)) {
                add(Fault.of(Fault.Kind.PARTIAL_DIFFERS, path.toString()));
            }
        }
    }

    private boolean gather(List<TileCheck> checks, long size) {
        boolean whole = true;
        for (TileCheck check : checks) {
            check.faults().forEach(this::add);
            bytes += check.bytes();
            whole &= check.readable();
            if (check.root().isPresent()) {
                whole &= climb(0, check.index(), check.root().get(), size);
            }
        }
        return whole;
    }

    private void add(Fault fault) {
        faultCount++;
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }
}
