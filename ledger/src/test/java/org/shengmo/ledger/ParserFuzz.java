package org.shengmo.ledger;

import java.nio.charset.StandardCharsets;
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
        targets.put("json", ParserFuzz::json);
        targets.put("receipt", input -> Receipt.parse(input));
        return targets;
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
