package org.shengmo.procurement.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.organization.Body;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.procurement.Centre;
import org.shengmo.procurement.Procurement;
import org.shengmo.procurement.Tenders;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which body is which centre, and the experts that committees are drawn from. */
@Controller
class CentrePages {

    private static final Listing<Tenders.Expert> LISTING = Listing.<Tenders.Expert>titled("procurement.experts")
            .text("procurement.draw.code", Tenders.Expert::code)
            .text("procurement.draw.name", Tenders.Expert::name)
            .choice("procurement.field.specialty", Tenders.Expert::specialty)
            .text("procurement.experts.employer", Tenders.Expert::employer)
            .text("procurement.experts.interests", expert -> String.join(" ", expert.interests()))
            .sorted("code");

    private final Procurement procurement;
    private final Tenders tenders;
    private final Organization organization;

    CentrePages(Procurement procurement, Tenders tenders, Organization organization) {
        this.procurement = procurement;
        this.tenders = tenders;
        this.organization = organization;
    }

    @GetMapping("/procurement/centres")
    ModelAndView centres(Page page) {
        page.actor().require(Procurement.MANAGE);
        Directory directory = organization.directory();
        Map<String, String> bodies = new LinkedHashMap<>();
        organization.bodies().forEach(body -> bodies.put(body.id().toString(), body.name()));
        Map<Centre, Body> designated = new LinkedHashMap<>();
        procurement.centres().forEach((centre, body) -> designated.put(centre, directory.body(body)));
        return page.view(
                "procurement/centres",
                Map.of("centres", List.of(Centre.values()), "designated", designated, "bodies", bodies));
    }

    @PostMapping("/procurement/centres")
    ModelAndView designate(Page page, @RequestParam Centre centre, @RequestParam UUID body) {
        procurement.designate(page.actor(), centre, body);
        return page.done("/procurement/centres", Text.of("procurement.done"));
    }

    @GetMapping("/procurement/experts")
    ModelAndView experts(Page page) {
        page.actor().require(Procurement.MANAGE);
        return page.list("procurement/experts", LISTING, tenders.experts());
    }

    @PostMapping("/procurement/experts")
    ModelAndView list(
            Page page,
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam String specialty,
            @RequestParam String employer,
            @RequestParam(defaultValue = "") String interests) {
        List<String> firms = Arrays.stream(interests.split("[\\s,，;；]+", -1))
                .filter(each -> !each.isBlank())
                .toList();
        tenders.list(
                page.actor(),
                new Tenders.Expert(code.strip(), name.strip(), specialty.strip(), employer.strip(), null, firms));
        return page.done("/procurement/experts", Text.of("procurement.done.expert", name.strip()));
    }
}
