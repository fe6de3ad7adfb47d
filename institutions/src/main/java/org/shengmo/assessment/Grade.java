package org.shengmo.assessment;

/** The four grades of the Civil Servants Law, article 38, best first. */
public enum Grade {
    /** 优秀. */
    EXCELLENT,
    /** 称职. */
    COMPETENT,
    /** 基本称职. */
    BASIC,
    /** 不称职. */
    FAILING;

    /** The grade in bundles and rule tables. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The grade of a code. */
    public static Grade of(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
}
