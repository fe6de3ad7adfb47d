package org.shengmo.access.web;

import java.util.List;
import java.util.function.Supplier;
import org.shengmo.workbook.Listing;
import org.shengmo.workbook.ListingRequest;
import org.shengmo.workbook.OpenForms;

/**
 * A list that anyone may take away, as csv, JSON and RSS under {@code /open-data/}; a bean of each room that has one.
 *
 * @param code its name in the address, lower-case words with hyphens
 * @param listing what it shows; the feed's items are named by its first linked column
 * @param page the page that shows it
 * @param rows what the public may see, and nothing else
 */
public record OpenList<T>(String code, Listing<T> listing, String page, Supplier<List<T>> rows) {

    public OpenList {
        if (!code.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("not a list's code: " + code);
        }
    }

    String csv(ListingRequest asked, Listing.Speech speech) {
        return OpenForms.csv(listing, rows.get(), asked, speech);
    }

    Object records(ListingRequest asked, Listing.Speech speech) {
        return OpenForms.records(listing, rows.get(), asked, speech);
    }

    String rss(ListingRequest asked, Listing.Speech speech, String site) {
        return OpenForms.rss(listing, rows.get(), asked, speech, site, page, site + "/open-data/" + code + ".rss");
    }
}
