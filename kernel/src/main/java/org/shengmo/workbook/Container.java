package org.shengmo.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.shengmo.wording.Text;

/** Looks at the file before it is read as a workbook: what it is, and whether it stays within bounds when unpacked. */
final class Container {

    static final int MOST_BYTES = 20 * 1024 * 1024;
    static final long MOST_UNPACKED = 256L * 1024 * 1024;
    /** Kept in memory while reading, so held tighter. */
    static final long MOST_SHARED_TEXT = 64L * 1024 * 1024;

    static final int MOST_PARTS = 1000;
    private static final int SHORTEST = 22;
    private static final int CONTENT_TYPES_READ = 1024 * 1024;

    private Container() {}

    /** What is wrong with the file as a whole; empty when it may be read. */
    static Optional<Text> fault(byte[] file) {
        if (file.length > MOST_BYTES) {
            return Optional.of(Text.of("workbook.too-large", MOST_BYTES / 1024 / 1024));
        }
        if (file.length < SHORTEST) {
            return Optional.of(Text.of("workbook.not-a-workbook"));
        }
        if (ReadableWorkbook.isOLE2Header(file)) {
            return Optional.of(Text.of("workbook.old-or-locked"));
        }
        if (!ReadableWorkbook.isOOXMLZipHeader(file)) {
            return Optional.of(Text.of("workbook.not-a-workbook"));
        }
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            return unpack(zip);
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.of(Text.of("workbook.damaged"));
        }
    }

    private static Optional<Text> unpack(ZipFile zip) throws IOException {
        List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
        if (parts.stream().noneMatch(part -> part.getName().equals("xl/workbook.xml"))) {
            return Optional.of(Text.of("workbook.not-a-workbook"));
        }
        long total = 0;
        for (ZipArchiveEntry part : parts) {
            String name = part.getName();
            if (name.endsWith("vbaProject.bin") || (name.equals("[Content_Types].xml") && macro(zip, part))) {
                return Optional.of(Text.of("workbook.macro"));
            }
            long most = name.endsWith("sharedStrings.xml") ? MOST_SHARED_TEXT : MOST_UNPACKED - total;
            long size = size(zip, part, most);
            total += size;
            if (size < 0 || parts.size() > MOST_PARTS) {
                return Optional.of(Text.of("workbook.bomb", MOST_UNPACKED / 1024 / 1024));
            }
        }
        return Optional.empty();
    }

    private static boolean macro(ZipFile zip, ZipArchiveEntry part) throws IOException {
        try (InputStream content = zip.getInputStream(part)) {
            return new String(content.readNBytes(CONTENT_TYPES_READ), StandardCharsets.UTF_8).contains("macroEnabled");
        }
    }

    /** Bytes of the part when unpacked, counted, for what the part says of itself may be a lie; -1 when more than allowed. */
    private static long size(ZipFile zip, ZipArchiveEntry part, long most) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        try (InputStream content = zip.getInputStream(part)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > most) {
                    return -1;
                }
            }
        }
        return size;
    }
}
