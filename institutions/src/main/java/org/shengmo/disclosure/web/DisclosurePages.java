package org.shengmo.disclosure.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.disclosure.CatalogueItem;
import org.shengmo.disclosure.Disclosure;
import org.shengmo.disclosure.Publication;
import org.shengmo.docket.Docket;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.workbook.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What is public, for anyone: the list, the catalogue, each item with its basis and the act it came of. */
@Controller
class DisclosurePages {

    static final Listing<PublicationRow> LISTING = Listing.<PublicationRow>titled("disclosure.list.title")
            .text("disclosure.column.title", row -> row.publication().details().title())
            .linked(row -> "/disclosure/entries/" + row.publication().id())
            .choice("disclosure.column.category", PublicationRow::category)
            .choice("disclosure.column.item", PublicationRow::item)
            .choice("disclosure.column.body", PublicationRow::body)
            .date("disclosure.column.published", PublicationRow::published)
            .sorted("-published");
    private static final int ACTS = 20;

    private final Disclosure disclosure;
    private final Organization organization;
    private final Rulebook rulebook;
    private final Docket docket;

    DisclosurePages(Disclosure disclosure, Organization organization, Rulebook rulebook, Docket docket) {
        this.disclosure = disclosure;
        this.organization = organization;
        this.rulebook = rulebook;
        this.docket = docket;
    }

    @GetMapping("/disclosure")
    ModelAndView published(Page page) {
        Directory directory = organization.directory();
        List<PublicationRow> rows = disclosure.published().stream()
                .map(each -> PublicationRow.of(each, directory, page.today()))
                .toList();
        List<CatalogueItem> items = disclosure.catalogue();
        return page.list(
                "disclosure/published",
                LISTING,
                rows,
                Map.of(
                        "owed", items.stream().mapToInt(CatalogueItem::owed).sum(),
                        "late", items.stream().mapToInt(CatalogueItem::late).sum(),
                        "published", rows.size()));
    }

    @GetMapping("/disclosure/catalogue")
    ModelAndView catalogue(Page page) {
        return page.view("disclosure/catalogue", Map.of("items", disclosure.catalogue()));
    }

    @GetMapping("/disclosure/entries/{id}")
    ModelAndView one(Page page, @PathVariable UUID id) {
        Publication publication = disclosure
                .find(page.actor(), id)
                .filter(Publication.Published.class::isInstance)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Publication.Details details = publication.details();
        Map<String, Object> model = new HashMap<>();
        model.put("row", PublicationRow.of(publication, organization.directory(), page.today()));
        model.put("clause", rulebook.cite(Disclosure.REGULATION, details.article(), details.arose()));
        model.put("revisions", disclosure.revisions(id));
        model.put("acts", docket.timeline(Publication.subject(id), List.of(), ACTS));
        return page.view("disclosure/entry", model);
    }
}
