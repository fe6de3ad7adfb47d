package org.shengmo.charter;

import java.util.List;
import org.shengmo.docket.CanonicalJson;
import org.shengmo.docket.Sha256;
import org.shengmo.wording.Fault;
import tools.jackson.databind.JsonNode;

/**
 * The text of a charter document: what is drafted, circulated, endorsed. Its canonical form is what a signature is bound
 * to: one character more is another text.
 */
public sealed interface CharterText permits ResponsibilityList, AnnualPlan {

    /**
     * Reads a text from its JSON form, as {@link #content} gives it.
     *
     * @throws org.shengmo.wording.Invalid when it is no charter text
     */
    static CharterText read(JsonNode tree) {
        return CharterTexts.taken(tree);
    }

    /** Which of the two documents. */
    CharterKind kind();

    /** The calendar year it is for. */
    int year();

    /** Its title. */
    String title();

    /** The body that issues it and to which its duties are owed. */
    Named issuer();

    /** What keeps it from being circulated, by code of the part; empty when it is complete. */
    List<Fault> faults();

    /** The codes of the posts that must endorse it, in the order they are named, each once. */
    List<String> endorsers();

    /** The text as a value of maps, lists, text and numbers. */
    java.util.Map<String, Object> content();

    /** The canonical JSON (RFC 8785) of the text. */
    default String canonical() {
        return CanonicalJson.of(content());
    }

    /** SHA-256 of {@link #canonical()}, 64 lower-case hexadecimal digits. */
    default String sha256() {
        return Sha256.hex(canonical());
    }
}
