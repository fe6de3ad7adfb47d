package org.shengmo.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.access.Searchable;
import org.shengmo.access.web.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One search over everything that a reader may see. */
@Controller
class SearchPages {

    private static final int LONGEST = 100;
    static final int EACH = 10;

    private final List<Searchable> rooms;

    SearchPages(ObjectProvider<Searchable> rooms) {
        this.rooms = rooms.orderedStream().toList();
    }

    @GetMapping("/search")
    ModelAndView search(Page page, @RequestParam(defaultValue = "") String q) {
        String words = words(q);
        Map<String, List<Searchable.Hit>> found = new LinkedHashMap<>();
        if (!words.isEmpty()) {
            rooms.forEach(room -> {
                List<Searchable.Hit> hits = room.search(page.actor(), words, EACH);
                if (!hits.isEmpty()) {
                    found.put(room.key(), hits);
                }
            });
        }
        return page.view("portal/search", Map.of("words", words, "found", found));
    }

    /** The words looked for: no longer than a title. */
    static String words(String asked) {
        String words = asked.strip();
        return words.substring(0, Math.min(LONGEST, words.length()));
    }
}
