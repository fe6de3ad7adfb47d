package org.shengmo.mandate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;

/** A power as a form has it: a text for each field. */
public final class PowerTexts {

    /** A power of which nothing is said yet. */
    public static final Power EMPTY =
            new Power("", "01", "", List.of("4"), List.of(), "", "", "", 0, true, "", List.of(), List.of(), "");

    private PowerTexts() {}

    /** The fields' texts, in the order of a form. */
    public static Map<String, String> of(Power power) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("name", power.name());
        texts.put("class", power.powerClass());
        texts.put("holder", power.holder());
        texts.put("responsible", power.responsible());
        texts.put("department", power.department());
        texts.put("levels", String.join(",", power.levels()));
        texts.put("basis", power.basis().stream().map(Power.Basis::text).collect(Collectors.joining("；")));
        texts.put("applicants", power.applicants());
        texts.put("limit", limit(power));
        texts.put("fee", power.fee());
        texts.put("documents", String.join("；", power.documents()));
        texts.put("risks", power.risks().stream().map(PowerTexts::risk).collect(Collectors.joining("；")));
        texts.put("event", power.lifeEvent());
        return texts;
    }

    static String limit(Power power) {
        return power.days() == 0 ? "" : power.days() + (power.workingDays() ? "个工作日" : "日");
    }

    static String risk(Power.Risk risk) {
        String level = switch (risk.level()) {
            case HIGH -> "高";
            case MIDDLE -> "中";
            case LOW -> "低";
        };
        return risk.point() + "|" + level + "|" + risk.guard();
    }

    /** @throws Invalid with every field that can't be read */
    public static Power read(Map<String, String> texts) {
        List<Fault> faults = new ArrayList<>();
        String limit = texts.getOrDefault("limit", "").strip();
        Matcher days = ListReader.LIMIT.matcher(limit);
        boolean read = days.matches();
        if (!limit.isEmpty() && !read) {
            faults.add(new Fault("limit", Text.of("mandate.import.limit", limit)));
        }
        List<Power.Risk> risks = new ArrayList<>();
        parts(texts, "risks")
                .forEach(part -> ListReader.risk(part)
                        .ifPresentOrElse(
                                risks::add,
                                () -> faults.add(new Fault("risks", Text.of("mandate.import.risk", part)))));
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new Power(
                text(texts, "name"),
                text(texts, "class"),
                text(texts, "department"),
                Arrays.stream(text(texts, "levels").split("[,，、]", -1))
                        .map(String::strip)
                        .toList(),
                parts(texts, "basis").map(Power.Basis::of).toList(),
                text(texts, "holder"),
                text(texts, "responsible"),
                text(texts, "applicants"),
                read ? Integer.parseInt(days.group(1)) : 0,
                limit.contains("工作"),
                text(texts, "fee"),
                parts(texts, "documents").toList(),
                risks,
                text(texts, "event"));
    }

    private static String text(Map<String, String> texts, String field) {
        return texts.getOrDefault(field, "").strip();
    }

    private static Stream<String> parts(Map<String, String> texts, String field) {
        return ListReader.parts(texts.getOrDefault(field, ""));
    }
}
