package org.shengmo.procurement;

/** Who handles what of a public project: three centres and the authority that supervises them. */
public enum Centre {
    /** The agent construction centre: draws up the budget. */
    CONSTRUCTION,
    /** The fiscal review centre: reviews the budget. */
    REVIEW,
    /** The trading centre: tenders. */
    TRADING,
    /** The supervising authority: holds the second key, decides complaints. */
    SUPERVISION;

    /** Key of its words. */
    public String key() {
        return "procurement.centre." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
