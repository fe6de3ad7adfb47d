package org.shengmo.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.shengmo.wording.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads xlsx workbooks of a declared layout: every fault at once, placed by sheet, row and column. A file that is no
 * workbook, holds macros, is larger than 20 MB or unpacks beyond bounds is one fault of the file.
 */
public final class Workbooks {

    /** The place of a fault of the whole file. */
    public static final String FILE = "file";

    private static final Logger LOG = LoggerFactory.getLogger(Workbooks.class);

    private Workbooks() {}

    /** Reads a stream to its end or to the largest size allowed, whichever is first. Does not close it. */
    public static Reading read(InputStream file, Layout layout) throws IOException {
        return read(file.readNBytes(Container.MOST_BYTES + 1), layout);
    }

    /** Reads a file held in memory. */
    public static Reading read(byte[] file, Layout layout) {
        Reading reading = new Reading();
        Optional<Text> fault = Container.fault(file);
        if (fault.isPresent()) {
            reading.fault(FILE, fault.get().key(), fault.get().arguments().toArray());
            return reading;
        }
        // Whatever the parser stumbles over in a stranger's file is that file's fault, not the program's.
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(false, true))) {
            sheets(workbook, layout, reading);
        } catch (IOException | RuntimeException damaged) {
            LOG.info("a workbook could not be read", damaged);
            reading.fault(FILE, "workbook.damaged");
        }
        return reading;
    }

    private static void sheets(ReadableWorkbook workbook, Layout layout, Reading reading) throws IOException {
        List<org.dhatim.fastexcel.reader.Sheet> found = workbook.getSheets().toList();
        Map<String, SheetReader> readers = new LinkedHashMap<>();
        for (Layout.Sheet sheet : layout.sheets()) {
            Optional<org.dhatim.fastexcel.reader.Sheet> match = found.stream()
                    .filter(each -> sheet.name().matches(each.getName()))
                    .findFirst();
            if (match.isPresent()) {
                SheetReader reader = new SheetReader(sheet, match.get().getName(), reading);
                reader.read(match.get());
                readers.put(sheet.key(), reader);
                reading.add(sheet.key(), reader.rows(), reader.every());
            } else if (sheet.required()) {
                reading.fault(
                        sheet.name().zh(),
                        "workbook.sheet.missing",
                        sheet.name().zh(),
                        sheet.name().en());
            }
        }
        readers.values().forEach(reader -> reader.pending().forEach(each -> lookUp(each, readers, layout, reading)));
    }

    private static void lookUp(
            SheetReader.Pending reference, Map<String, SheetReader> readers, Layout layout, Reading reading) {
        SheetReader target = readers.get(reference.to().sheet());
        if (target != null && !target.codes(reference.to().column()).containsKey(reference.code())) {
            Name sheet = layout.sheet(reference.to().sheet()).name();
            reading.fault(
                    reference.row(),
                    reference.column(),
                    "workbook.cell.reference",
                    reference.code(),
                    sheet.zh(),
                    sheet.en());
        }
    }
}
