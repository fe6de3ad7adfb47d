package org.shengmo.docket;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.shengmo.ledger.Ed25519Signer;
import org.shengmo.ledger.KeyFile;
import org.shengmo.ledger.MalformedException;
import org.shengmo.ledger.NoteSigner;
import org.shengmo.ledger.NoteVerifier;
import org.shengmo.ledger.SecretKey;
import org.shengmo.ledger.Signatures;
import org.shengmo.ledger.Trust;

/**
 * The keys that sign the log: one Ed25519 key, and further ones of other kinds where configured.
 *
 * @param signers the Ed25519 key first
 * @param trust by which a reader checks the log
 */
public record LogKeys(List<NoteSigner> signers, Trust trust) {

    public LogKeys {
        signers = List.copyOf(signers);
    }

    /**
     * Reads the log's key from a file; where there is none yet, makes one that only its owner can read.
     *
     * @param origin the log's name, part of what is signed: once chosen it stays
     * @param further signers of other kinds, such as SM2
     * @param signatures kinds of signature that are understood, those of {@code further} among them
     * @throws IOException where the file can't be read or written
     * @throws org.shengmo.ledger.MalformedException where it holds no key, or another log's
     */
    public static LogKeys fromFile(Path file, String origin, List<? extends NoteSigner> further, Signatures signatures)
            throws IOException {
        if (!Files.exists(file)) {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            try {
                KeyFile.create(file, SecretKey.forNotes(origin, new SecureRandom()));
            } catch (FileAlreadyExistsException e) {
                // Another process made it in the meantime; that one is read.
            }
        }
        SecretKey secret = KeyFile.read(file);
        if (!secret.key().name().equals(origin)) {
            throw new MalformedException(
                    file + " holds the key of the log " + secret.key().name() + ", not of " + origin);
        }
        return of(new Ed25519Signer(secret), further, signatures);
    }

    /** Keys that are at hand. */
    public static LogKeys of(NoteSigner first, List<? extends NoteSigner> further, Signatures signatures) {
        List<NoteSigner> signers = new ArrayList<>(List.of(first));
        signers.addAll(further);
        List<NoteVerifier> verifiers = signers.stream()
                .map(signer -> signatures.verifier(signer.key()))
                .toList();
        return new LogKeys(signers, new Trust(first.key().name(), verifiers, List.of(), 0));
    }
}
