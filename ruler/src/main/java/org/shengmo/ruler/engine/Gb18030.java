package org.shengmo.ruler.engine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** GB18030 text as UTF-8, line by line; a line that isn't GB18030 stays unreadable, so that it is put aside with its number. */
final class Gb18030 {
    private static final Charset CHARSET = Charset.forName("GB18030");

    private Gb18030() {}

    /** Whether bytes, perhaps cut off at their end, are UTF-8. */
    static boolean looksLikeUtf8(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var result = decoder.decode(ByteBuffer.wrap(bytes), java.nio.CharBuffer.allocate(bytes.length + 1), false);
        return !result.isError();
    }

    /** Writes the file as UTF-8 into a folder and gives the new file. */
    static Path decode(Path file, Path folder) throws IOException {
        Path decoded = Files.createTempFile(folder, "decoded", ".csv");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(decoded), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                line.write(next);
                if (next == '\n') {
                    write(line, out);
                }
            }
            write(line, out);
        }
        return decoded;
    }

    private static void write(ByteArrayOutputStream line, OutputStream out) throws IOException {
        byte[] bytes = line.toByteArray();
        line.reset();
        try {
            var text = CHARSET.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (CharacterCodingException notGb18030) {
            out.write(bytes);
        }
    }
}
