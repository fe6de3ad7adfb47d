package org.shengmo.organization;

import java.util.Locale;

/** The parts of the organization, each with its own mark in {@code organization.version}. */
enum Part {
    BODY,
    POST,
    PERSON,
    NAME,
    TENURE,
    PORTFOLIO,
    COVERAGE,
    HOLDING,
    MEMBERSHIP;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
