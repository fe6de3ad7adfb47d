package org.shengmo.ruler.engine;

import java.util.List;
import org.shengmo.ruler.sql.Schema;

/** What became of a file: the rows read, their columns, and the rows put aside. {@code rows + rejected.size()} is what the file held. */
public record Loaded(String name, Schema schema, long rows, List<Rejected> rejected) {
    /** A row that can't be read: its line in the file from 1, the reason and its text. */
    public record Rejected(long line, String reason, String text) {}
}
