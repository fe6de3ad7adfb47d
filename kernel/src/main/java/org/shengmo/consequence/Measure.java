package org.shengmo.consequence;

/**
 * What can follow from an upheld finding. Which follows, for how long and what it bars meanwhile, is the rule table's.
 * Declared from the lightest to the gravest: an appeal never makes matters worse.
 */
public enum Measure {
    /** 谈话提醒: a superior talks with the person. */
    TALK,
    /** 责令检查: a written self-examination is ordered. */
    SELF_EXAMINATION,
    /** 批评教育: criticism before the body. */
    CRITICISM,
    /** 通报: a circular names the failure. */
    CIRCULAR,
    /** 取消评优评先资格: the eligibility for awards is lost. */
    ELIGIBILITY_LOST,
    /** 诫勉: a formal admonition, filed. */
    ADMONITION,
    /** 一票否决: the year of the body or its head is vetoed. */
    VETO,
    /** 组织调整: the person is moved, suspended or removed. */
    ADJUSTMENT,
    /** 改组: the leading body is reorganised. */
    REORGANISATION;

    /** The measure in rule tables, addresses and bundles, such as {@code eligibility-lost}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The measure of a code. */
    public static Measure of(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    /** Whether it is graver than another. */
    public boolean graverThan(Measure other) {
        return compareTo(other) > 0;
    }
}
