package org.shengmo.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The kinds of file that are taken, each told by its content; the name only may not contradict it. */
enum FileKind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    TEXT("text/plain", "txt", "csv", "md", "log");

    private final String mediaType;
    private final String extensions;

    FileKind(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = "," + String.join(",", extensions) + ",";
    }

    String mediaType() {
        return mediaType;
    }

    boolean mayBeNamed(String extension) {
        return extensions.contains("," + extension + ",");
    }

    /** What the content is; empty when it is none of the kinds taken. */
    static Optional<FileKind> of(byte[] content) {
        if (begins(content, 0, "%PDF-")) {
            return Optional.of(PDF);
        }
        if (begins(content, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (begins(content, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (begins(content, 0, "GIF87a") || begins(content, 0, "GIF89a")) {
            return Optional.of(GIF);
        }
        if (begins(content, 0, "RIFF") && begins(content, 8, "WEBP")) {
            return Optional.of(WEBP);
        }
        if (begins(content, 0, "PK\u0003\u0004")) {
            return office(content);
        }
        return isText(content) ? Optional.of(TEXT) : Optional.empty();
    }

    private static boolean begins(byte[] content, int at, String mark) {
        byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= at + bytes.length
                && Arrays.equals(content, at, at + bytes.length, bytes, 0, bytes.length);
    }

    /** An office document without macros, told by its parts; nothing of it is unpacked. */
    private static Optional<FileKind> office(byte[] content) {
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            Set<String> parts = Collections.list(zip.getEntries()).stream()
                    .map(ZipArchiveEntry::getName)
                    .collect(Collectors.toSet());
            if (parts.stream().anyMatch(part -> part.endsWith("vbaProject.bin"))) {
                return Optional.empty();
            }
            return parts.contains("xl/workbook.xml")
                    ? Optional.of(XLSX)
                    : parts.contains("word/document.xml")
                            ? Optional.of(DOCX)
                            : parts.contains("ppt/presentation.xml") ? Optional.of(PPTX) : Optional.empty();
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    static boolean isText(byte[] content) {
        return List.of(StandardCharsets.UTF_8, Charset.forName("GB18030")).stream()
                .anyMatch(charset -> isText(content, charset));
    }

    private static boolean isText(byte[] content, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(c -> Character.isISOControl(c) && "\t\r\n\f".indexOf(c) < 0);
        } catch (CharacterCodingException notText) {
            return false;
        }
    }
}
