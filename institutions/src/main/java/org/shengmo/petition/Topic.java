package org.shengmo.petition;

import java.util.Locale;

/** What a petition is about. */
public enum Topic {
    /** Roads, buses, parking. */
    TRAVEL,
    /** Drinking water, sewage, irrigation. */
    WATER,
    /** Title deeds of homes and land. */
    DEEDS,
    /** Pensions, health insurance and other social insurance. */
    INSURANCE,
    /** Land taken, homes pulled down, compensation. */
    LAND,
    /** Air, noise, waste, rivers. */
    ENVIRONMENT,
    /** Schools and kindergartens. */
    EDUCATION,
    /** Hospitals and village clinics. */
    HEALTH,
    /** Low-income support, disability, old age. */
    WELFARE,
    /** Housing estates and who manages them. */
    HOUSING,
    /** Wages and work. */
    WAGES,
    /** Village money and village affairs. */
    VILLAGE,
    /** Shops, prices, food. */
    MARKET,
    /** Public safety and disputes. */
    SAFETY,
    /** Anything else. */
    OTHER;

    /** Its code in addresses and in Open311. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of its name. */
    public String key() {
        return "petition.topic." + code();
    }

    /** @throws IllegalArgumentException for a code that is none */
    public static Topic of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether a code is one. */
    public static boolean isCode(String code) {
        return java.util.Arrays.stream(values()).anyMatch(topic -> topic.code().equals(code));
    }
}
