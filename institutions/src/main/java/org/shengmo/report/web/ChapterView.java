package org.shengmo.report.web;

import java.util.List;

/**
 * A part of the report.
 *
 * @param key the chapter, said under {@code report.chapter.<key>}
 * @param figures in their order
 */
public record ChapterView(String key, List<FigureView> figures) {

    public ChapterView {
        figures = List.copyOf(figures);
    }
}
