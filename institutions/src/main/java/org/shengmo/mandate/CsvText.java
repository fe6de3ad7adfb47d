package org.shengmo.mandate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Text;

/** Reads csv (RFC 4180) in UTF-8, with or without a byte order mark, or GB18030; what is neither is a fault. */
final class CsvText {

    private static final Charset GB18030 = Charset.forName("GB18030");

    final List<List<String>> records = new ArrayList<>();
    final List<Fault> faults = new ArrayList<>();

    private List<String> record = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private boolean quoted;
    private boolean closed;

    private CsvText() {}

    static CsvText read(byte[] bytes) {
        CsvText csv = new CsvText();
        Optional<String> text = decode(bytes, StandardCharsets.UTF_8).or(() -> decode(bytes, GB18030));
        if (text.isEmpty() || text.get().indexOf('\0') >= 0) {
            csv.faults.add(new Fault("file", Text.of("mandate.import.encoding")));
            return csv;
        }
        csv.take(text.get().startsWith("\uFEFF") ? text.get().substring(1) : text.get());
        csv.widths();
        return csv;
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private void take(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                    closed = true;
                } else {
                    field.append(c);
                }
            } else {
                unquoted(c);
            }
        }
        if (quoted) {
            faults.add(new Fault(place(), Text.of("mandate.import.unclosed")));
        }
        if (field.length() > 0 || closed || !record.isEmpty()) {
            endRecord();
        }
    }

    private void unquoted(char c) {
        if (c == ',') {
            endField();
        } else if (c == '\n') {
            endRecord();
        } else if (c == '"' && field.isEmpty() && !closed) {
            quoted = true;
        } else if (c == '"' || (closed && c != '\r')) {
            faults.add(new Fault(place(), Text.of("mandate.import.stray-quote")));
            field.append(c);
        } else if (c != '\r') {
            field.append(c);
        }
    }

    private void endField() {
        record.add(field.toString().strip());
        field.setLength(0);
        closed = false;
    }

    private void endRecord() {
        boolean blank = record.isEmpty() && field.toString().isBlank();
        endField();
        records.add(blank ? List.of() : List.copyOf(record));
        record = new ArrayList<>();
    }

    private String place() {
        return place(records.size() + 1, record.size());
    }

    /** The place as a spreadsheet names it: a letter for the column, the record's number. */
    static String place(int number, int column) {
        return (char) ('A' + Math.min(column, 25)) + Integer.toString(number);
    }

    private void widths() {
        if (records.isEmpty() || records.getFirst().isEmpty()) {
            faults.add(new Fault("A1", Text.of("mandate.import.empty")));
            return;
        }
        int width = records.getFirst().size();
        for (int i = 1; i < records.size(); i++) {
            int size = records.get(i).size();
            if (size != 0 && size != width) {
                faults.add(
                        new Fault(place(i + 1, Math.min(size, width)), Text.of("mandate.import.width", size, width)));
            }
        }
    }
}
