package org.shengmo.ledger;

import java.util.Optional;

/**
 * A kind of signature, found by the identifier at the start of a verifier key. Ed25519 and cosignatures are built in;
 * others, such as SM2 with SM3, are provided from outside.
 */
@FunctionalInterface
public interface SignatureScheme {

    /** A verifier for the key, or nothing where the key is of another kind. */
    Optional<NoteVerifier> verifier(VerifierKey key);
}
