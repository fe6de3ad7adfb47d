package org.shengmo.charter.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;
import org.shengmo.docket.Entry;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Post;
import org.shengmo.wording.Text;

/** An act in a ledger's list. */
record LedgerRow(LocalDate on, Text kind, String what, String post, long entry) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static LedgerRow of(Entry entry, Directory directory) {
        String post = entry.author().post() == null
                ? ""
                : directory.findPost(entry.author().post()).map(Post::name).orElse("");
        return new LedgerRow(day(entry), Text.of("docket.kind." + entry.kind().code()), what(entry), post, entry.id());
    }

    /** The day it was done, which for an own entry is the one it names. */
    static LocalDate day(Entry entry) {
        Object on = entry.payload().get("on");
        return on == null ? entry.at().atZone(ZONE).toLocalDate() : LocalDate.parse(on.toString());
    }

    private static String what(Entry entry) {
        return Stream.of("title", "topic", "text", "done", "account")
                .map(entry.payload()::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse("");
    }
}
