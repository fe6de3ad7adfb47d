package org.shengmo.duty.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.access.web.Page;
import org.shengmo.duty.Cadence;
import org.shengmo.duty.DutyOrder;
import org.shengmo.duty.DutyOrders;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.rulebook.Document;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A leader lays a duty on a post within reach. */
@Controller
class DutyOrderPages {

    private static final Text MISSING = Text.of("duty.lay.missing");

    private final DutyOrders orders;
    private final Organization organization;
    private final Posts posts;
    private final Rulebook rulebook;

    DutyOrderPages(DutyOrders orders, Organization organization, Posts posts, Rulebook rulebook) {
        this.orders = orders;
        this.organization = organization;
        this.posts = posts;
        this.rulebook = rulebook;
    }

    @GetMapping("/duties/lay")
    ModelAndView form(Page page, Actor actor) {
        actor.require(DutyOrders.LAY);
        return page.view("duty/lay", Map.of("owners", owners(actor, page.today()), "documents", documents(page)));
    }

    /** Posts that somebody holds within reach, the own one left out: what is shown, by what is chosen. */
    private Map<String, String> owners(Actor actor, LocalDate today) {
        Directory directory = organization.directory();
        Set<UUID> reached = posts.reached(actor);
        Map<String, String> owners = new LinkedHashMap<>();
        for (Post post : directory.posts()) {
            if (reached.contains(post.body()) && !post.id().equals(actor.post())) {
                directory
                        .holderOf(post.id(), today)
                        .ifPresent(tenure -> owners.put(
                                post.id().toString(),
                                post.name() + " · "
                                        + directory.person(tenure.person()).name()));
            }
        }
        return owners;
    }

    private Map<String, String> documents(Page page) {
        boolean chinese = page.language().getLanguage().equals("zh");
        Map<String, String> documents = new LinkedHashMap<>();
        for (Document document : rulebook.documents()) {
            documents.put(document.code(), chinese ? document.title() : document.english());
        }
        return documents;
    }

    @PostMapping("/duties/lay")
    ModelAndView lay(
            Page page,
            Actor actor,
            @RequestParam String title,
            @RequestParam(required = false) UUID owner,
            @RequestParam String document,
            @RequestParam String article,
            @RequestParam(required = false) Cadence cadence,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam(required = false) Integer days) {
        List<Fault> faults = new ArrayList<>();
        missing(faults, "owner", owner);
        missing(faults, "cadence", cadence);
        missing(faults, "until", until);
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        orders.lay(
                actor,
                new DutyOrder(
                        title,
                        owner,
                        document,
                        article.strip(),
                        from == null ? page.today() : from,
                        until,
                        cadence,
                        days == null ? 0 : days));
        return page.done("/duties/all", Text.of("duty.done.laid"));
    }

    private static void missing(List<Fault> faults, String place, Object value) {
        if (value == null) {
            faults.add(new Fault(place, MISSING));
        }
    }
}
