package org.shengmo.disclosure.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.disclosure.NewRequest;
import org.shengmo.disclosure.RequestAnswer;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Directory;
import org.shengmo.wording.Invalid;

/** What a form of a request says, and what can be chosen in it. */
public final class RequestForm {

    private RequestForm() {}

    static NewRequest read(HttpServletRequest sent, NewRequest.Channel channel) {
        return new NewRequest(
                channel,
                new NewRequest.Applicant(
                        one(NewRequest.ApplicantKind.class, sent, "kind"),
                        text(sent, "name"),
                        text(sent, "document"),
                        text(sent, "contact")),
                body(text(sent, "body")),
                text(sent, "what"),
                one(NewRequest.Form.class, sent, "form"),
                text(sent, "token"),
                null);
    }

    private static UUID body(String typed) {
        try {
            return typed.isEmpty() ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            throw Invalid.at("body", "disclosure.fault.body");
        }
    }

    private static <E extends Enum<E>> E one(Class<E> kind, HttpServletRequest sent, String field) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(each -> each.name().equals(text(sent, field)))
                .findFirst()
                .orElseThrow(() -> Invalid.at(field, "disclosure.fault.choose"));
    }

    private static String text(HttpServletRequest sent, String field) {
        return Optional.ofNullable(sent.getParameter(field)).orElse("").strip();
    }

    /** Bodies that can be asked. */
    static Map<String, String> bodies(Directory directory, LocalDate today) {
        Map<String, String> bodies = new LinkedHashMap<>();
        directory.bodies().stream()
                .filter(body -> body.standsOn(today)
                        && (body.kind() == BodyKind.GOVERNMENT
                                || body.kind() == BodyKind.DEPARTMENT
                                || body.kind() == BodyKind.TOWNSHIP))
                .forEach(body -> bodies.put(body.id().toString(), body.name()));
        return bodies;
    }

    /** Values of an enumeration as they are said. */
    public static Map<String, String> said(Page page, String prefix, Enum<?>... values) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Enum<?> value : values) {
            said.put(value.name(), page.say(prefix + value.name()));
        }
        return said;
    }

    /** The kinds of answers. */
    public static Map<String, String> answers(Page page) {
        return said(page, "disclosure.answer.", RequestAnswer.values());
    }

    /** The articles that close something. */
    public static Map<String, String> grounds(Page page) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String ground : new String[] {"14", "15", "16.1", "16.2"}) {
            said.put(ground, page.say("disclosure.desk.ground." + ground));
        }
        return said;
    }
}
