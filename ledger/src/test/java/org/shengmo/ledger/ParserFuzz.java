package org.shengmo.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A fuzz target for each parser: it either refuses input with a {@link LedgerException} or reads it and writes the same
 * bytes again. Runs for as long as told: {@code java … ParserFuzz <tries> <seed>}.
 */
public final class ParserFuzz {

    private static final List<String> PIECES = List.of(
            "\n", "\n\n", " ", "— ", "+", "=", "0", "00", "-1", "256", ".p/", "x", "/", "\\u", "\"", "{", "[", "é",
            "old ", "index ");

    private static final TilePath TILE = new TilePath(0, 0, 3);
    private static final TilePath BUNDLE = TilePath.entries(0, 3);
    private static final Cosigner COSIGNER = new Cosigner(
            SecretKey.forCosignatures("witness.example/fuzz", TestLog.RANDOM),
            Clock.fixed(Instant.EPOCH.plusSeconds(1_700_000_000), ZoneOffset.UTC));
    private static final String COSIGNED = "log.example/fuzz\n7\n" + TreeHasher.emptyRoot() + "\n";
    private static final byte[] COSIGNATURE = COSIGNER.sign(COSIGNED);

    private static final Checkpoint CHECKPOINT = TestLog.checkpoint(7, TreeHasher.leafOf(new byte[0]));
    private static final NoteSignature ANSWER = new NoteSignature(
            COSIGNER.key().name(),
            COSIGNER.key().id(),
            COSIGNER.sign(CHECKPOINT.note().text()));

    private ParserFuzz() {}

    /** The targets by name, in the signature that fuzzers for the JVM call. */
    static Map<String, Consumer<byte[]>> targets() {
        Map<String, Consumer<byte[]>> targets = new LinkedHashMap<>();
        targets.put("note", input -> same(input, Note.parse(input).bytes()));
        targets.put(
                "checkpoint",
                input -> same(input, utf8(TreeHead.parse(text(input)).text())));
        targets.put("proof", input -> same(input, TlogProof.parse(input).bytes()));
        targets.put(
                "add-checkpoint",
                input -> same(input, AddCheckpoint.parse(input).bytes()));
        targets.put(
                "path", input -> same(input, utf8(TilePath.parse(text(input)).toString())));
        targets.put(
                "signature",
                input -> same(input, utf8(NoteSignature.parse(text(input)).toString())));
        targets.put("key", input -> VerifierKey.parse(text(input)));
        targets.put("secret", input -> SecretKey.parse(text(input)));
        targets.put("bundle", input -> same(input, EntryBundle.encode(EntryBundle.decode(input, 3))));
        targets.put("tile", ParserFuzz::tile);
        targets.put("audited bundle", input -> BundleDifference.of(input, new byte[3 * Hash.LENGTH], BUNDLE));
        targets.put("cosignature", ParserFuzz::cosignature);
        targets.put("witness's answer", ParserFuzz::answer);
        targets.put("json", ParserFuzz::json);
        targets.put("receipt", ParserFuzz::receipt);
        return targets;
    }

    /** Any tile but one of the right length is refused. */
    private static void tile(byte[] input) {
        TamperedStorage holding = new TamperedStorage();
        holding.put(TILE, input);
        try {
            same(input, TreeReader.read(holding, TILE));
        } catch (IOException e) {
            throw new AssertionError("nothing was read", e);
        }
    }

    /** Of all that can be written as a witness's signature, only the very one verifies. */
    private static void cosignature(byte[] input) {
        NoteVerifier witness = Signatures.standard().verifier(COSIGNER.key());
        if (witness.verifies(COSIGNED, input) && !Arrays.equals(input, COSIGNATURE)) {
            throw new AssertionError("another cosignature verifies: " + Arrays.toString(input));
        }
    }

    /** Whatever stands around it, no line but the witness's own signature is taken for one. */
    private static void answer(byte[] input) {
        Optional<NoteSignature> taken =
                WitnessClient.cosignature(text(input), Signatures.standard().verifier(COSIGNER.key()), CHECKPOINT);
        if (taken.isPresent() && !taken.get().equals(ANSWER)) {
            throw new AssertionError("another line is taken for a cosignature: " + taken.get());
        }
    }

    private static void receipt(byte[] input) {
        Receipt read = Receipt.parse(input);
        Receipt again =
                Receipt.parse(read.bytes()); // members of the extra data that a receipt doesn't have are dropped
        boolean same = again.entry().equals(read.entry()) && again.opening().equals(read.opening());
        if (!same || !again.proof().withExtra(new byte[0]).equals(read.proof().withExtra(new byte[0]))) {
            throw new AssertionError("read, but written otherwise: " + Arrays.toString(input));
        }
    }

    private static void json(byte[] input) {
        String canonical = CanonicalJson.canonicalize(text(input));
        if (!CanonicalJson.canonicalize(canonical).equals(canonical)) {
            throw new AssertionError("canonical JSON isn't canonical: " + canonical);
        }
    }

    private static void same(byte[] input, byte[] written) {
        if (!Arrays.equals(input, written)) {
            throw new AssertionError("read, but written otherwise: " + Arrays.toString(input));
        }
    }

    private static String text(byte[] input) {
        return Note.utf8(input);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Well-formed input for each target, to start from. */
    static Map<String, byte[]> seeds() {
        Checkpoint checkpoint = TestLog.checkpoint(7, TreeHasher.leafOf(new byte[0]));
        TlogProof proof = new TlogProof(utf8("{\"entry\":\"e\"}"), 3, TestLog.hashes(3), checkpoint.note());
        Map<String, byte[]> seeds = new LinkedHashMap<>();
        seeds.put("note", checkpoint.note().bytes());
        seeds.put("checkpoint", utf8(checkpoint.head().text()));
        seeds.put("proof", proof.bytes());
        seeds.put("add-checkpoint", new AddCheckpoint(4, TestLog.hashes(3), checkpoint.note()).bytes());
        seeds.put("path", utf8("tile/1/x001/234.p/5"));
        seeds.put("signature", utf8(checkpoint.note().signatures().get(0).toString()));
        seeds.put("key", utf8(TestLog.SECRET.key().toString()));
        seeds.put("secret", utf8(TestLog.SECRET.export()));
        seeds.put("bundle", EntryBundle.encode(TestLog.entries(0, 3)));
        seeds.put("tile", new byte[3 * Hash.LENGTH]);
        seeds.put("audited bundle", EntryBundle.encode(TestLog.entries(0, 3)));
        seeds.put("cosignature", COSIGNATURE);
        seeds.put("witness's answer", utf8(ANSWER + "\n"));
        seeds.put("json", utf8("{\"a\":[1,-2.5e-3,\"\\u00e9\\n\",true,null],\"b\":{}}"));
        seeds.put("receipt", new Receipt("e", Optional.empty(), proof).bytes());
        return seeds;
    }

    /** Runs every target on so many mutations of its seed; anything but a refusal or the same bytes is thrown. */
    static long run(int tries, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long accepted = 0;
        Map<String, byte[]> seeds = seeds();
        for (Map.Entry<String, Consumer<byte[]>> target : targets().entrySet()) {
            target.getValue().accept(seeds.get(target.getKey()));
            for (int i = 0; i < tries; i++) {
                byte[] input = mutated(seeds.get(target.getKey()), random);
                accepted += accepts(target.getValue(), input) ? 1 : 0;
            }
        }
        return accepted;
    }

    private static boolean accepts(Consumer<byte[]> target, byte[] input) {
        try {
            target.accept(input);
            return true;
        } catch (LedgerException refused) {
            return false;
        }
    }

    private static byte[] mutated(byte[] seed, SplittableRandom random) {
        byte[] input = seed.clone();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(input.length + 1);
            int to = Math.min(input.length, at + random.nextInt(1, 8));
            input = switch (random.nextInt(4)) {
                case 0 -> spliced(input, at, at, utf8(PIECES.get(random.nextInt(PIECES.size()))));
                case 1 -> spliced(input, at, to, new byte[0]);
                case 2 -> spliced(input, at, at, Arrays.copyOfRange(input, at, to));
                default -> flipped(input, random);
            };
        }
        return input;
    }

    private static byte[] spliced(byte[] input, int from, int to, byte[] piece) {
        byte[] head = Ed25519.joined(Arrays.copyOf(input, from), piece);
        return Ed25519.joined(head, Arrays.copyOfRange(input, to, input.length));
    }

    private static byte[] flipped(byte[] input, SplittableRandom random) {
        byte[] flipped = input.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[1]);
        System.out.println(run(Integer.parseInt(arguments[0]), seed) + " mutations were accepted, seed " + seed);
    }
}
