package org.shengmo.procurement;

/** What is bought; thresholds differ by it. */
public enum Category {
    WORKS,
    GOODS,
    SERVICES;

    /** As OCDS and the tables write it. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
