package org.shengmo.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A signed note, C2SP signed-note: a text, a blank line and signature lines. What it says must be ignored until
 * {@link #verified} has found a signature by a trusted key.
 *
 * @param text ends in a newline
 * @param signatures at least one
 */
public record Note(String text, List<NoteSignature> signatures) {

    /** More signatures than these are refused; the specification asks for at least 16. */
    public static final int MOST_SIGNATURES = 100;

    /** Longer notes are refused, in bytes. */
    public static final int LONGEST = 1 << 20;

    public Note {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new MalformedException("the text of a note ends in a newline and has no other control character");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new MalformedException(
                    "a note has 1 to " + MOST_SIGNATURES + " signatures, not " + signatures.size());
        }
    }

    public static Note parse(byte[] bytes) {
        String note = utf8(bytes);
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n")) {
            throw new MalformedException("a note has a text, an empty line and signature lines");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        String lines = note.substring(split + 2);
        if (!lines.isEmpty()) {
            for (String line : lines.substring(0, lines.length() - 1).split("\n", MOST_SIGNATURES + 2)) {
                signatures.add(NoteSignature.parse(line));
            }
        }
        return new Note(note.substring(0, split + 1), signatures);
    }

    static String utf8(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new MalformedException("longer than " + LONGEST + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("not UTF-8", e);
        }
    }

    /** Signs a text, with each signer once. */
    public static Note sign(String text, List<? extends NoteSigner> signers) {
        return new Note(
                text, signers.stream().map(signer -> signer.signatureOf(text)).toList());
    }

    /** The same text with further signatures; those that are there already are not repeated. */
    public Note with(List<NoteSignature> further) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        further.stream().filter(signature -> !all.contains(signature)).forEach(all::add);
        return new Note(text, all);
    }

    /**
     * The known keys that signed this note. Signatures of unknown keys are passed over; one of a known key that doesn't
     * verify makes the whole note {@linkplain UntrustedException untrusted}.
     */
    public Set<NoteVerifier> verified(Iterable<? extends NoteVerifier> known) {
        Set<NoteVerifier> signed = new HashSet<>();
        for (NoteSignature signature : signatures) {
            for (NoteVerifier verifier : known) {
                if (!verifier.made(signature) || signed.contains(verifier)) {
                    continue;
                }
                if (!verifier.verifies(text, signature.signature())) {
                    throw new UntrustedException("the signature of " + Quoted.of(signature.name()) + " is wrong");
                }
                signed.add(verifier);
            }
        }
        return signed;
    }

    public byte[] bytes() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature).append('\n'));
        return note.toString().getBytes(StandardCharsets.UTF_8);
    }
}
