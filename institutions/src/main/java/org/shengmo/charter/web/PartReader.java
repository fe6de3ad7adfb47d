package org.shengmo.charter.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.shengmo.charter.AnnualPlan;
import org.shengmo.charter.CharterText;
import org.shengmo.charter.LeadingBody;
import org.shengmo.charter.Named;
import org.shengmo.charter.PlanItem;
import org.shengmo.charter.Responsibility;
import org.shengmo.charter.ResponsibilityList;
import org.shengmo.charter.SubItem;
import org.shengmo.charter.TextEdits;
import org.shengmo.charter.Tier;
import org.shengmo.organization.Directory;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;

/** Puts what was typed into a part's form into the text, or says everything that is wrong with it. */
final class PartReader {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_CODE = 64;

    private final PartForm form;
    private final Finder finder;
    private final List<Fault> faults = new ArrayList<>();

    private PartReader(PartForm form, Directory directory) {
        this.form = form;
        this.finder = new Finder(directory);
    }

    /**
     * The text with the part as typed.
     *
     * @throws Invalid with every fault, by field
     * @throws NoSuchElementException when the text has no parts of that kind
     */
    static CharterText changed(CharterText text, PartForm form, Directory directory) {
        PartReader reader = new PartReader(form, directory);
        return switch (text) {
            case ResponsibilityList list -> reader.list(list);
            case AnnualPlan plan -> reader.plan(plan);
        };
    }

    private CharterText list(ResponsibilityList list) {
        return switch (form.kind()) {
            case HEADING -> heading(list);
            case RESPONSIBILITY -> {
                Responsibility part = responsibility();
                yield faultless(() -> TextEdits.put(list, form.part(), part));
            }
            case LEADING_BODY -> {
                LeadingBody part = new LeadingBody(body("body"), post("principal"), several("members", finder::post));
                yield faultless(() -> TextEdits.put(list, form.part(), part));
            }
            case ITEM, SUB_ITEM -> throw new NoSuchElementException("a list has no items");
        };
    }

    private CharterText plan(AnnualPlan plan) {
        return switch (form.kind()) {
            case HEADING -> heading(plan);
            case ITEM -> {
                PlanItem part =
                        new PlanItem(code(), text("title", LONGEST_TITLE), post("owner"), body("leadUnit"), List.of());
                yield faultless(() -> TextEdits.put(plan, form.part(), part));
            }
            case SUB_ITEM -> {
                SubItem part = subItem(plan.year());
                yield faultless(() -> TextEdits.put(plan, form.part(), form.value("item"), part));
            }
            case RESPONSIBILITY, LEADING_BODY -> throw new NoSuchElementException("a plan has no responsibilities");
        };
    }

    private CharterText heading(CharterText text) {
        String title = text("title", LONGEST_TITLE);
        Named issuer = body("issuer");
        return faultless(() -> TextEdits.titled(text, title, issuer));
    }

    private Responsibility responsibility() {
        Optional<Tier> tier = Arrays.stream(Tier.values())
                .filter(each -> each.code().equals(form.value("tier")))
                .findFirst();
        if (tier.isEmpty()) {
            fault("tier", "charter.part.blank");
        }
        Named holder = tier.filter(Tier.PRINCIPAL::equals).isPresent() ? post("holder") : body("holder");
        return new Responsibility(
                code(), tier.orElse(Tier.MEMBER), text("title", LONGEST_TITLE), text("text", LONGEST_TEXT), holder);
    }

    private SubItem subItem(int year) {
        return new SubItem(
                code(),
                text("title", LONGEST_TITLE),
                text("measure", LONGEST_TEXT),
                post("owner"),
                body("leadUnit"),
                several("support", finder::body),
                deadline(year));
    }

    private LocalDate deadline(int year) {
        LocalDate none = LocalDate.of(year, 1, 1);
        String typed = form.value("deadline").strip();
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.getYear() != year) {
                fault("deadline", "charter.part.deadline-outside", Integer.toString(year));
            }
            return day;
        } catch (DateTimeParseException e) {
            fault("deadline", typed.isEmpty() ? "charter.part.blank" : "charter.part.no-date", typed);
            return none;
        }
    }

    private String code() {
        String code = text("code", LONGEST_CODE);
        if (code.chars().anyMatch(Character::isWhitespace)) {
            fault("code", "charter.part.code-blanks");
        }
        return code;
    }

    private String text(String field, int longest) {
        String typed = form.value(field).strip().replace("\r\n", "\n");
        if (typed.isEmpty()) {
            fault(field, "charter.part.blank");
        } else if (typed.length() > longest) {
            fault(field, "charter.part.too-long", longest);
        }
        return typed;
    }

    private Named post(String field) {
        return one(field, finder::post, "charter.part.unknown-post");
    }

    private Named body(String field) {
        return one(field, finder::body, "charter.part.unknown-body");
    }

    private Named one(String field, Function<String, Optional<Named>> find, String unknown) {
        String typed = form.value(field).strip();
        return find.apply(typed).orElseGet(() -> {
            fault(field, typed.isEmpty() ? "charter.part.blank" : unknown, typed);
            return new Named("", "");
        });
    }

    /** One post or body a line. */
    private List<Named> several(String field, Function<String, Optional<Named>> find) {
        List<Named> found = new ArrayList<>();
        for (String line : form.value(field).lines().map(String::strip).toList()) {
            if (!line.isEmpty()) {
                find.apply(line).ifPresentOrElse(found::add, () -> fault(field, "charter.part.unknown", line));
            }
        }
        return found;
    }

    private void fault(String field, String key, Object... arguments) {
        faults.add(new Fault(field, Text.of(key, arguments)));
    }

    private CharterText faultless(java.util.function.Supplier<CharterText> change) {
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return change.get();
    }
}
