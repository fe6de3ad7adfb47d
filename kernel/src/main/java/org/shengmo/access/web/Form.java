package org.shengmo.access.web;

import java.util.List;
import java.util.Map;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Refusal;

/**
 * What became of a form that was sent and comes back to its reader.
 *
 * @param typed what was typed, by field; never a password
 * @param faults what is wrong with it
 * @param refusal why the act was refused; null when it was not
 */
record Form(Map<String, List<String>> typed, List<Fault> faults, Refusal refusal) {

    /** Request attribute under which a form comes back. */
    static final String ATTRIBUTE = Form.class.getName();

    /** Hidden field that names the page a form stands on. */
    static final String PAGE_FIELD = "_page";

    static final Form NONE = new Form(Map.of(), List.of(), null);

    Form {
        typed = Map.copyOf(typed);
        faults = List.copyOf(faults);
    }
}
