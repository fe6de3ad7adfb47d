package org.shengmo.portal.web;

import java.util.List;

/** What the receipt's check says in the browser, keys of {@code portal.check.js.…}. */
final class ReceiptWords {

    static final List<String> KEYS = List.of(
            "good",
            "bad",
            "holds",
            "broken",
            "no-crypto",
            "no-ed25519",
            "too-long",
            "not-a-receipt",
            "no-index",
            "no-entry",
            "extra",
            "base64",
            "number",
            "hash",
            "salt",
            "note",
            "signature-line",
            "checkpoint",
            "no-key",
            "key-format",
            "key-id",
            "other-log",
            "not-signed",
            "signature-wrong",
            "passed-over",
            "index-beyond",
            "path-length",
            "root-differs",
            "content-differs",
            "step.format",
            "step.signature",
            "step.inclusion",
            "step.bare",
            "step.content",
            "bad.at.receipt",
            "bad.at.key",
            "bad.at.signature",
            "bad.at.inclusion",
            "bad.at.content",
            "fact.number",
            "fact.at",
            "fact.log",
            "fact.index",
            "fact.size",
            "fact.root",
            "fact.signature");

    private ReceiptWords() {}
}
