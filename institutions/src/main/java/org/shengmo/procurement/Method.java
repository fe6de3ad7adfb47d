package org.shengmo.procurement;

/** How a project is tendered. */
public enum Method {
    /** An open tender, with a committee whose experts are drawn. */
    OPEN,
    /** Open quotes below the threshold: the lowest within the ceiling wins. */
    QUOTES;

    /** As the bundles write it. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
