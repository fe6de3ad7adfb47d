package org.shengmo.ruler.check;

/** Checks that read the same inputs. */
public enum Family {
    /** OCDS 1.1 compiled releases, one a line, in {@code *.jsonl}. */
    PROCUREMENT,
    /** A welfare roster and the registers it is measured against, csv or Parquet. */
    WELFARE,
    /** Parcels and structures taken, with what was paid for them, csv or Parquet. */
    COMPENSATION;

    static Family of(String name) {
        return valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }

    /** The name on the command line: every check of the family. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
