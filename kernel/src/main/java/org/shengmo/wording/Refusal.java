package org.shengmo.wording;

import java.util.List;
import java.util.Map;

/**
 * A refusal that teaches: what was refused, under which clauses, on which facts, and what to do now.
 *
 * @param reason what was refused and why
 * @param citations the clauses it rests on; empty where the refusal is one of form, not of rule
 * @param facts what it was judged on, by name
 * @param remedy what the reader can do now
 * @param href the page where they can do it; null where there is no one page
 */
public record Refusal(Text reason, List<Citation> citations, Map<String, Object> facts, Text remedy, String href) {

    public Refusal {
        citations = List.copyOf(citations);
        facts = Map.copyOf(facts);
    }

    /**
     * A refusal of the key {@code <key>}, whose remedy stands under {@code <key>.remedy}.
     *
     * @param arguments arguments for both texts
     */
    public static Refusal of(String key, Object... arguments) {
        return new Refusal(Text.of(key, arguments), List.of(), Map.of(), Text.of(key + ".remedy", arguments), null);
    }

    /** The same refusal resting on clauses. */
    public Refusal under(List<Citation> clauses) {
        return new Refusal(reason, clauses, facts, remedy, href);
    }

    /** The same refusal with the facts it was judged on. */
    public Refusal on(Map<String, Object> judgedFacts) {
        return new Refusal(reason, citations, judgedFacts, remedy, href);
    }

    /** The same refusal with the page where the remedy is. */
    public Refusal at(String page) {
        return new Refusal(reason, citations, facts, remedy, page);
    }

    /** As an exception, for a door that has nothing to return. */
    public Refused refused() {
        return new Refused(this);
    }
}
