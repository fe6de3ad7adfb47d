package org.shengmo.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.shengmo.workbook.ListingRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Every public list for programs, in one place; the filters of a list's page hold here too. */
@Controller
class OpenDataPages {

    private final List<OpenList<?>> lists;

    OpenDataPages(List<OpenList<?>> lists) {
        this.lists = lists.stream().sorted(Comparator.comparing(OpenList::code)).toList();
    }

    @GetMapping("/open-data")
    ModelAndView index(Page page) {
        return page.view("access/open-data", Map.of("lists", lists));
    }

    @GetMapping("/open-data/{code:[a-z-]+}.csv")
    ResponseEntity<byte[]> csv(Page page, @PathVariable String code) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(list(code).csv(page.listingRequest(), page.speech()).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/open-data/{code:[a-z-]+}.json")
    ResponseEntity<Object> json(Page page, @PathVariable String code) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(list(code).records(page.listingRequest(), page.speech()));
    }

    @GetMapping("/open-data/{code:[a-z-]+}.rss")
    ResponseEntity<byte[]> rss(Page page, HttpServletRequest request, @PathVariable String code) {
        String site = request.getRequestURL().toString().replaceFirst("/open-data/[^/]*$", "");
        ListingRequest asked = page.listingRequest();
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "rss+xml", StandardCharsets.UTF_8))
                .body(list(code).rss(asked, page.speech(), site).getBytes(StandardCharsets.UTF_8));
    }

    private OpenList<?> list(String code) {
        return lists.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
