package org.shengmo.pledge.web;

import java.util.List;
import org.shengmo.pledge.Programme;

/**
 * A programme as its pages show it.
 *
 * @param promises by code
 */
public record ProgrammeView(Programme programme, List<PromiseView> promises) {

    public ProgrammeView {
        promises = List.copyOf(promises);
    }
}
