package org.shengmo.ledger;

import java.util.ArrayList;
import java.util.List;

/** The kinds of signature that a program understands. */
public final class Signatures {

    private final List<SignatureScheme> schemes;

    private Signatures(List<SignatureScheme> schemes) {
        this.schemes = List.copyOf(schemes);
    }

    /** Ed25519 for notes and cosignature/v1, with nothing but the JDK. */
    public static Signatures standard() {
        return new Signatures(List.of(Ed25519Verifier::of, CosignatureVerifier::of));
    }

    /** These kinds and one more. */
    public Signatures and(SignatureScheme scheme) {
        List<SignatureScheme> more = new ArrayList<>(schemes);
        more.add(scheme);
        return new Signatures(more);
    }

    /** The verifier for a key in writing; a kind that nobody here understands is an error. */
    public NoteVerifier verifier(String key) {
        return verifier(VerifierKey.parse(key));
    }

    public NoteVerifier verifier(VerifierKey key) {
        return schemes.stream()
                .flatMap(scheme -> scheme.verifier(key).stream())
                .findFirst()
                .orElseThrow(() -> new MalformedException(
                        "the key of " + Quoted.of(key.name()) + " is of a kind that isn't understood here"));
    }
}
