package org.shengmo.petition.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.shengmo.petition.NewPetition;
import org.springframework.web.multipart.MultipartFile;

/** Files of a form. */
final class Files {

    private Files() {}

    /** Those that were chosen; a field left empty comes as a file without a name. */
    static List<NewPetition.Upload> of(List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty())
                        .map(Files::upload)
                        .toList();
    }

    private static NewPetition.Upload upload(MultipartFile file) {
        try {
            String name = file.getOriginalFilename();
            return new NewPetition.Upload(name == null ? "" : name, file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
