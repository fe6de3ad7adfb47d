package org.shengmo.measurement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.shengmo.docket.Sha256;
import org.shengmo.ruler.check.CheckRefused;
import org.shengmo.ruler.check.Register;
import org.shengmo.ruler.check.Registers;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.shengmo.workbook.CellForm;
import org.shengmo.workbook.Layout;
import org.shengmo.workbook.Row;
import org.shengmo.workbook.Workbooks;

/**
 * A register as it came, brought into the form that the ruler reads and looked through.
 *
 * @param ending {@code csv} (UTF-8, columns under the ruler's names) or {@code parquet}
 */
@SuppressWarnings("ArrayRecordComponent")
record RegisterFile(String ending, byte[] content, Registers.Looked looked) {

    private static final int LONGEST = 400;
    private static final int MOST_FAULTS = 200;

    /**
     * @param needed whether it must have a row; the others may say nothing about anybody
     * @throws Invalid with every fault and its place: the workbook's cell, the file's line
     */
    static RegisterFile read(Register register, boolean needed, String file, byte[] content, boolean setAside) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        byte[] plain = switch (ending) {
            case "xlsx" -> csv(register, content);
            case "csv" -> named(register, decoded(content));
            case "parquet" -> content;
            default -> throw Invalid.at("file", "measurement.fault.ending", file);
        };
        String kept = ending.equals("parquet") ? "parquet" : "csv";
        Registers.Looked looked = look(register, kept, plain);
        if (!setAside && !looked.aside().isEmpty()) {
            throw new Invalid(looked.aside().stream()
                    .limit(MOST_FAULTS)
                    .map(aside -> new Fault(
                            file + ":" + aside.line(), Text.of("measurement.fault.row", aside.line(), aside.reason())))
                    .toList());
        }
        if (looked.rows() == 0 && needed) {
            throw Invalid.at("file", "measurement.fault.empty", file);
        }
        return new RegisterFile(kept, plain, looked);
    }

    String sha256() {
        return Sha256.hex(content);
    }

    private static Registers.Looked look(Register register, String ending, byte[] content) {
        try {
            Path directory = Files.createTempDirectory("shengmo-register");
            Path file = directory.resolve(register.name() + "." + ending);
            try {
                Files.write(file, content);
                return Registers.look(register, directory);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(directory);
            }
        } catch (CheckRefused refused) {
            throw Invalid.at(
                    "file",
                    "measurement.fault.ruler",
                    refused.message(Locale.SIMPLIFIED_CHINESE),
                    refused.message(Locale.ENGLISH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decoded(byte[] content) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(content))
                        .toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException other) {
                // The next one is tried.
            }
        }
        throw Invalid.at("file", "measurement.fault.encoding");
    }

    /** The header's Chinese names become the ruler's. */
    private static byte[] named(Register register, String text) {
        int end = text.indexOf('\n');
        String header = (end < 0 ? text : text.substring(0, end)).replace("\r", "");
        String names = Arrays.stream(header.split(",", -1))
                .map(name -> name.strip().replaceAll("^\"|\"$", ""))
                .map(name -> column(register, name))
                .collect(Collectors.joining(","));
        return (names + (end < 0 ? "\n" : text.substring(end))).getBytes(StandardCharsets.UTF_8);
    }

    private static String column(Register register, String name) {
        return register.columns().keySet().stream()
                .filter(column -> RegisterNames.of(register.name(), column).equals(name))
                .findFirst()
                .orElse(name);
    }

    /** The workbook that a register may come as; its header names columns in Chinese or as the ruler does. */
    static Layout layout(Register register) {
        List<Layout.Column> columns = new ArrayList<>();
        register.columns().forEach((column, type) -> {
            CellForm form = type.equals("DATE")
                    ? new CellForm.Date()
                    : type.startsWith("DECIMAL")
                            ? new CellForm.DecimalNumber(type.contains(",4") ? 4 : 2)
                            : new CellForm.Text(LONGEST);
            columns.add(Layout.Column.optional(column, RegisterNames.of(register.name(), column), column, form));
        });
        return new Layout(List.of(new Layout.Sheet(
                register.name(),
                new org.shengmo.workbook.Name(RegisterNames.of(register.name()), register.name()),
                true,
                columns)));
    }

    private static byte[] csv(Register register, byte[] workbook) {
        List<Row> rows = Workbooks.read(workbook, layout(register)).faultless().rows(register.name());
        StringBuilder csv =
                new StringBuilder(String.join(",", register.columns().keySet())).append('\n');
        for (Row row : rows) {
            csv.append(register.columns().entrySet().stream()
                            .map(column -> cell(row, column.getKey(), column.getValue()))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Row row, String column, String type) {
        if (!row.has(column)) {
            return "";
        }
        if (type.equals("DATE")) {
            return row.date(column).toString();
        }
        if (type.startsWith("DECIMAL")) {
            return row.optionalDecimal(column).map(BigDecimal::toPlainString).orElse("");
        }
        return "\"" + row.text(column).replace("\"", "\"\"") + "\"";
    }
}
