package org.shengmo.petition.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.petition.Channel;
import org.shengmo.petition.Naming;
import org.shengmo.petition.NewPetition;
import org.shengmo.petition.Topic;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;

/**
 * What somebody has filled in so far. It travels in the form from page to page and is kept nowhere before it is sent: no
 * session, no cookie, nothing to be traced.
 *
 * @param values by field
 */
public record Draft(Map<String, String> values) {

    /** The pages of the form, in their order. */
    public static final List<String> STEPS = List.of("what", "topic", "where", "whom", "who", "check");

    /** The fields of the form. */
    public static final List<String> FIELDS = List.of(
            "token",
            "text",
            "topic",
            "place",
            "spot",
            "whom",
            "accused",
            "accusedBody",
            "naming",
            "name",
            "phone",
            "published");

    private static final int LONGEST = 6000;

    public Draft {
        values = Map.copyOf(values);
    }

    /** Whether a page asks for a field, so that it is not carried along hidden there. */
    public static boolean asks(String step, String field) {
        return switch (step) {
            case "what" -> field.equals("text");
            case "topic" -> field.equals("topic");
            case "where" -> field.equals("place") || field.equals("spot");
            case "whom" -> List.of("whom", "accused", "accusedBody").contains(field);
            case "who" -> List.of("naming", "name", "phone").contains(field);
            default -> field.equals("published");
        };
    }

    static Draft of(HttpServletRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String value = request.getParameter(field);
            if (value != null && !value.isBlank()) {
                values.put(field, value.length() > LONGEST ? value.substring(0, LONGEST) : value.strip());
            }
        }
        return new Draft(values);
    }

    /** The same with another value. */
    Draft with(String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(field, value);
        return new Draft(more);
    }

    /** What stands in a field; empty where nothing does. */
    public String get(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether it is about an official. */
    public boolean accuses() {
        return get("whom").equals("official");
    }

    /** The page after one. */
    static String after(String step) {
        return STEPS.get(Math.min(STEPS.indexOf(step) + 1, STEPS.size() - 1));
    }

    /**
     * Checks what one page asks.
     *
     * @throws Invalid with its faults
     */
    void check(String step) {
        List<Fault> faults = new ArrayList<>();
        switch (step) {
            case "what" -> {
                if (get("text").isEmpty()) {
                    faults.add(fault("text", "petition.fault.text"));
                } else if (get("text").length() > NewPetition.LONGEST) {
                    faults.add(fault("text", "petition.fault.long", NewPetition.LONGEST));
                }
            }
            case "topic" -> choose(faults, "topic", Topic.isCode(get("topic")), "petition.fault.choose");
            case "where" -> choose(faults, "place", id("place") != null, "petition.fault.place");
            case "whom" -> {
                choose(faults, "whom", List.of("matter", "official").contains(get("whom")), "petition.fault.choose");
                if (accuses() && get("accused").isEmpty()) {
                    faults.add(fault("accused", "petition.fault.accused", 50));
                }
            }
            case "who" -> {
                choose(faults, "naming", naming() != null, "petition.fault.choose");
                if (naming() != null
                        && naming() != Naming.ANONYMOUS
                        && get("name").isEmpty()) {
                    faults.add(fault("name", "petition.fault.name", 50));
                }
            }
            default -> {}
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private static void choose(List<Fault> faults, String field, boolean chosen, String key) {
        if (!chosen) {
            faults.add(fault(field, key));
        }
    }

    private static Fault fault(String field, String key, Object... arguments) {
        return new Fault(field, Text.of(key, arguments));
    }

    /** How they want to be known; null where nothing sensible was chosen. */
    public Naming naming() {
        return switch (get("naming")) {
            case "NAMED" -> Naming.NAMED;
            case "CONFIDENTIAL" -> Naming.CONFIDENTIAL;
            case "ANONYMOUS" -> Naming.ANONYMOUS;
            default -> null;
        };
    }

    /** An identifier in a field; null where there is none. */
    UUID id(String field) {
        String value = get(field);
        return value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(value) : null;
    }

    /** As what it is sent; a name typed before anonymous was chosen is left out. */
    NewPetition petition(Channel channel, List<NewPetition.Upload> files) {
        for (String step : STEPS) {
            check(step);
        }
        boolean anonymous = naming() == Naming.ANONYMOUS;
        return new NewPetition(
                channel,
                naming(),
                Topic.of(get("topic")),
                get("text"),
                id("place"),
                get("spot"),
                null,
                null,
                accuses() ? new NewPetition.Accused(get("accused"), id("accusedBody")) : null,
                anonymous ? NewPetition.Who.NOBODY : new NewPetition.Who(get("name"), get("phone")),
                get("published").equals("yes") && !accuses(),
                files,
                get("token"),
                null);
    }
}
