package org.shengmo.access;

import java.util.List;
import org.shengmo.wording.Text;

/** What a package contributes to the search page. */
public interface Searchable {

    /** Key of the words over this package's hits, such as {@code finding.search}. */
    String key();

    /**
     * What the words find, best first, nothing that the reader may not see.
     *
     * @param words not blank, at most 100 characters, never SQL: bind them
     * @param limit at most this many
     */
    List<Hit> search(Actor reader, String words, int limit);

    /**
     * Something found.
     *
     * @param title what it is called
     * @param detail one line more
     * @param href its page
     */
    record Hit(String title, Text detail, String href) {}
}
