package org.shengmo.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** What a witness has cosigned last for each log, one file a log, replaced in one step and forced to disk. */
final class WitnessState {

    private final Path folder;

    WitnessState(Path folder) {
        this.folder = folder;
    }

    /** The last checkpoint cosigned for a log. A file that can't be understood is an error, not a fresh start. */
    Optional<TreeHead> latest(String origin) throws IOException {
        try {
            TreeHead head = TreeHead.parse(Note.utf8(Files.readAllBytes(file(origin))));
            if (!head.origin().equals(origin)) {
                throw new IOException(file(origin) + " holds the state of another log");
            }
            return Optional.of(head);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (MalformedException e) {
            throw new IOException(file(origin) + " is damaged: " + e.getMessage(), e);
        }
    }

    void keep(TreeHead head) throws IOException {
        Files.createDirectories(folder);
        FileStorage.write(file(head.origin()), head.text().getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String origin) {
        byte[] name = TreeHasher.sha256().digest(origin.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(HexFormat.of().formatHex(name));
    }
}
