package org.shengmo.ledger;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The proofs, right and wrong, of transparency-dev/merkle: every file below the two folders, however nested. */
class MerkleVectorTest {

    @TestFactory
    Stream<DynamicTest> inclusion() throws IOException {
        return vectors("merkle/inclusion", Vector::inclusion);
    }

    @TestFactory
    Stream<DynamicTest> consistency() throws IOException {
        return vectors("merkle/consistency", Vector::consistency);
    }

    private interface Check {
        void run(Vector vector);
    }

    private static Stream<DynamicTest> vectors(String name, Check check) throws IOException {
        Path folder = SharedData.folder(name);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        return files.stream().map(file -> dynamicTest(folder.relativize(file).toString(), () -> run(file, check)));
    }

    private static void run(Path file, Check check) {
        Vector vector = Vector.read(file);
        ThrowingCallable call = () -> check.run(vector);
        if (vector.wantsError()) {
            assertThatThrownBy(call).isInstanceOf(LedgerException.class);
        } else {
            assertThatCode(call).doesNotThrowAnyException();
        }
    }

    private record Vector(String text, Map<?, ?> members) {

        static Vector read(Path file) {
            try {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                return new Vector(text, (Map<?, ?>) CanonicalJson.read(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean wantsError() {
            return (Boolean) members.get("wantErr");
        }

        void inclusion() {
            ProofArithmetic.checkInclusion(
                    unsigned("leafIdx"), unsigned("treeSize"), bytes("leafHash"), proof(), bytes("root"));
        }

        void consistency() {
            ProofArithmetic.checkConsistency(
                    unsigned("size1"), unsigned("size2"), bytes("root1"), bytes("root2"), proof());
        }

        /** Sizes and indexes use all 64 bits, more than a JSON number's double holds. A member left out is 0, as in Go. */
        private long unsigned(String name) {
            Matcher matcher =
                    Pattern.compile("\"" + name + "\"\\s*:\\s*([0-9]+)").matcher(text);
            return matcher.find() ? Long.parseUnsignedLong(matcher.group(1)) : 0;
        }

        private byte[] bytes(String name) {
            return decoded(members.get(name));
        }

        private List<byte[]> proof() {
            return members.get("proof") instanceof List<?> hashes
                    ? hashes.stream().map(Vector::decoded).toList()
                    : List.of();
        }

        private static byte[] decoded(Object base64) {
            return base64 instanceof String string ? Base64.getDecoder().decode(string) : new byte[0];
        }
    }
}
