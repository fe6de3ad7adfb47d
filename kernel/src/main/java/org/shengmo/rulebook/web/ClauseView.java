package org.shengmo.rulebook.web;

import java.util.ArrayList;
import java.util.List;
import org.shengmo.rulebook.Clause;

/**
 * A clause with its paragraphs and items, each at an anchor that citations lead to.
 *
 * @param clause the clause
 * @param lines its paragraphs and items in order
 */
public record ClauseView(Clause clause, List<Line> lines) {

    public ClauseView {
        lines = List.copyOf(lines);
    }

    /**
     * A paragraph or item.
     *
     * @param anchor such as {@code article-22.1} or {@code article-22.1.3}
     * @param item whether it is an item of the paragraph before it
     */
    public record Line(String anchor, String text, boolean item) {}

    static ClauseView of(Clause clause) {
        List<Line> lines = new ArrayList<>();
        int paragraph = 0;
        int item = 0;
        for (String text : clause.text().lines().filter(line -> !line.isBlank()).toList()) {
            boolean isItem = paragraph > 0 && text.startsWith("（") && text.matches("（[一二三四五六七八九十]+）.*");
            if (isItem) {
                item++;
            } else {
                paragraph++;
                item = 0;
            }
            String anchor = "article-" + clause.article() + "." + paragraph + (isItem ? "." + item : "");
            lines.add(new Line(anchor, text, isItem));
        }
        return new ClauseView(clause, lines);
    }
}
