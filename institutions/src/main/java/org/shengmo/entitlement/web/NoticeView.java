package org.shengmo.entitlement.web;

import java.util.List;
import org.shengmo.measurement.web.FoundView;
import org.shengmo.wording.Citation;

/**
 * What a household is told in writing.
 *
 * @param name the head of the household
 * @param code with which it answers; empty where none is due
 * @param hearing the clauses on which its right to be heard rests
 * @param issuer who tells it
 */
public record NoticeView(
        HouseholdView view, String name, String code, List<FoundView> found, List<Citation> hearing, String issuer) {

    public NoticeView {
        found = List.copyOf(found);
        hearing = List.copyOf(hearing);
    }
}
