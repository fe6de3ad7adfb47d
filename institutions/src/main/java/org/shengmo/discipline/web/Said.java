package org.shengmo.discipline.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shengmo.access.web.Page;
import org.shengmo.discipline.AdministrativeSanction;
import org.shengmo.discipline.CaseFile;
import org.shengmo.discipline.Lead;
import org.shengmo.discipline.PartySanction;
import org.shengmo.discipline.SanctionDecision;
import org.shengmo.discipline.SanctionOrder;
import org.shengmo.organization.Directory;
import org.shengmo.wording.Status;

/** Leads, cases and orders in words. */
public final class Said {

    private Said() {}

    /** A lead's number. */
    public static String code(Page page, Lead.Details lead) {
        return page.say("discipline.lead.code", String.valueOf(lead.year()), String.valueOf(lead.number()));
    }

    /** A case's number. */
    public static String code(Page page, CaseFile.Details file) {
        return page.say("discipline.case.code", String.valueOf(file.year()), String.valueOf(file.number()));
    }

    /** An order's number. */
    public static String code(Page page, SanctionOrder.Details order) {
        return page.say("discipline.order.code", String.valueOf(order.number()));
    }

    /** Names, one after another. */
    public static String names(Page page, Directory directory, Collection<UUID> things) {
        return things.stream()
                .map(each -> directory.nameOn(each, page.today()))
                .collect(Collectors.joining(page.say("access.page.comma")));
    }

    /** What was decided. */
    public static String decision(Page page, SanctionDecision decision) {
        String administrative = decision.administrative() == null
                ? ""
                : page.say("discipline.sanction." + decision.administrative().code())
                        + (decision.months() == 0 ? "" : " " + page.say("discipline.months.lasts", decision.months()));
        String party = decision.party() == null
                ? ""
                : page.say("discipline.party." + decision.party().code());
        String transferred = decision.transferred() ? page.say("discipline.field.transferred") : "";
        String said = Stream.of(administrative, party, transferred)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(page.say("access.page.comma")));
        return said.isEmpty() ? page.say("discipline.sanction.none") : said;
    }

    /** Where a lead stands. */
    public static Status status(Page page, Lead lead) {
        String words = "discipline.state." + lead.getClass().getSimpleName();
        return switch (lead) {
            case Lead.Registered registered -> open(page, words, registered.due());
            case Lead.PutAside putAside -> Status.plain(words);
            case Lead.Handled handled -> open(page, words, handled.due());
            case Lead.Closed closed -> Status.done(words);
            case Lead.Filed filed -> Status.plain(words);
        };
    }

    /** Where a case stands. */
    public static Status status(Page page, CaseFile file) {
        String words = "discipline.state." + file.getClass().getSimpleName();
        return switch (file) {
            case CaseFile.Investigated investigated -> open(page, words, investigated.due());
            case CaseFile.OnTrial onTrial -> open(page, words, onTrial.due());
            case CaseFile.Heard heard -> Status.due(words);
            case CaseFile.Decided decided -> Status.due(words);
            case CaseFile.InEffect inEffect -> Status.done(words);
            case CaseFile.Dismissed dismissed -> Status.plain(words);
        };
    }

    /** Where an order stands. */
    public static Status status(SanctionOrder order) {
        String words = "discipline.state." + order.getClass().getSimpleName();
        return order instanceof SanctionOrder.UnderReview ? Status.due(words) : Status.plain(words);
    }

    private static Status open(Page page, String words, java.time.LocalDate due) {
        return page.today().isAfter(due) ? Status.late(words) : Status.due(words);
    }

    /** Choices said under a prefix, by their codes. */
    public static Map<String, String> choices(Page page, String prefix, List<String> codes) {
        Map<String, String> choices = new LinkedHashMap<>();
        codes.forEach(code -> choices.put(code, page.say(prefix + code)));
        return choices;
    }

    /** Administrative sanctions to choose from. */
    public static Map<String, String> sanctions(Page page) {
        return choices(
                page,
                "discipline.sanction.",
                Stream.concat(
                                Stream.of("none"),
                                Stream.of(AdministrativeSanction.values()).map(AdministrativeSanction::code))
                        .toList());
    }

    /** Party sanctions to choose from. */
    public static Map<String, String> parties(Page page) {
        return choices(
                page,
                "discipline.party.",
                Stream.concat(
                                Stream.of("none"),
                                Stream.of(PartySanction.values()).map(PartySanction::code))
                        .toList());
    }

    static AdministrativeSanction administrative(String code) {
        return code.isBlank() || code.equals("none")
                ? null
                : AdministrativeSanction.valueOf(
                        code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    static PartySanction party(String code) {
        return code.isBlank() || code.equals("none")
                ? null
                : PartySanction.valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
