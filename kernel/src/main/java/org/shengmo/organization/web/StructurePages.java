package org.shengmo.organization.web;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shengmo.access.Permission;
import org.shengmo.access.web.Page;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Portfolio;
import org.shengmo.organization.Reach;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is done to the structure on the pages of bodies, posts and people. */
@Controller
class StructurePages {

    private final Organization organization;

    StructurePages(Organization organization) {
        this.organization = organization;
    }

    @PostMapping("/bodies/{id}/establish")
    ModelAndView establish(
            Page page,
            @PathVariable UUID id,
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam BodyKind kind,
            @RequestParam(defaultValue = "1") int position,
            @RequestParam String established) {
        Body made = organization.establish(
                page.actor(), new NewBody(code, name, kind, id, position, Days.day("established", established)));
        return page.done("/bodies/" + made.id(), Text.of("organization.done.established", made.name()));
    }

    @PostMapping("/bodies/{id}/rename")
    ModelAndView renameBody(Page page, @PathVariable UUID id, @RequestParam String name, @RequestParam String from) {
        organization.renameBody(page.actor(), id, name, Days.day("from", from));
        return page.done("/bodies/" + id, Text.of("organization.done.renamed", name));
    }

    @PostMapping("/bodies/{id}/abolish")
    ModelAndView abolish(Page page, @PathVariable UUID id, @RequestParam String on) {
        organization.abolishBody(page.actor(), id, Days.day("on", on));
        return page.done("/bodies/" + id, Text.of("organization.done.abolished"));
    }

    @PostMapping("/bodies/{id}/posts")
    ModelAndView createPost(
            Page page,
            @PathVariable UUID id,
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean head,
            @RequestParam(defaultValue = "9") int rank,
            @RequestParam(defaultValue = "1") int seats,
            @RequestParam Reach reach,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String permissions) {
        Set<UUID> bodies = words(chosen).map(each -> body("chosen", each).id()).collect(Collectors.toSet());
        var made = organization.createPost(
                page.actor(),
                new NewPost(code, name, id, null, head, rank, seats, permissions(permissions), reach, bodies));
        return page.done("/posts/" + made.id(), Text.of("organization.done.post", made.name()));
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.strip().split("[\\s,;，；、]+", -1)).filter(word -> !word.isEmpty());
    }

    private static Set<Permission> permissions(String text) {
        try {
            return words(text).map(Permission::of).collect(Collectors.toSet());
        } catch (IllegalArgumentException none) {
            throw Invalid.at("permissions", "organization.permission.malformed");
        }
    }

    private Body body(String field, String code) {
        return organization
                .bodyByCode(code.strip())
                .orElseThrow(() -> Invalid.at(field, "organization.body.unknown", code));
    }

    @PostMapping("/bodies/{id}/join")
    ModelAndView join(Page page, @PathVariable UUID id, @RequestParam String coordinating, @RequestParam String on) {
        organization.joinCoordinatingBody(
                page.actor(), id, body("coordinating", coordinating).id(), Days.day("on", on));
        return page.done("/bodies/" + id, Text.of("organization.done.joined"));
    }

    @PostMapping("/bodies/{id}/leave")
    ModelAndView leave(
            Page page, @PathVariable UUID id, @RequestParam UUID coordinating, @RequestParam String leaving) {
        organization.leaveCoordinatingBody(page.actor(), id, coordinating, Days.day("leaving", leaving));
        return page.done("/bodies/" + id, Text.of("organization.done.left"));
    }

    @PostMapping("/bodies/{id}/cover")
    ModelAndView cover(Page page, @PathVariable UUID id, @RequestParam String portfolio, @RequestParam String covered) {
        organization.cover(page.actor(), portfolio(portfolio).id(), id, Days.day("covered", covered));
        return page.done("/bodies/" + id, Text.of("organization.done.covered"));
    }

    private Portfolio portfolio(String code) {
        return organization
                .portfolioByCode(code.strip())
                .orElseThrow(() -> Invalid.at("portfolio", "organization.portfolio.unknown", code));
    }

    @PostMapping("/posts/{id}/rename")
    ModelAndView renamePost(Page page, @PathVariable UUID id, @RequestParam String name, @RequestParam String renamed) {
        organization.renamePost(page.actor(), id, name, Days.day("renamed", renamed));
        return page.done("/posts/" + id, Text.of("organization.done.renamed", name));
    }

    @PostMapping("/posts/{id}/permit")
    ModelAndView permit(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String permissions) {
        organization.permit(page.actor(), id, permissions(permissions));
        return page.done("/posts/" + id, Text.of("organization.done.permitted"));
    }

    @PostMapping("/posts/{id}/correct")
    ModelAndView correct(
            Page page,
            @PathVariable UUID id,
            @RequestParam UUID tenure,
            @RequestParam String began,
            @RequestParam(defaultValue = "") String ended,
            @RequestParam String reason) {
        organization.correctTenure(
                page.actor(),
                tenure,
                Days.day("began", began),
                ended.isBlank() ? null : Days.day("ended", ended),
                reason);
        return page.done("/posts/" + id, Text.of("organization.done.corrected"));
    }

    @PostMapping("/posts/{id}/annul")
    ModelAndView annul(Page page, @PathVariable UUID id, @RequestParam UUID tenure, @RequestParam String annulled) {
        organization.annulTenure(page.actor(), tenure, annulled);
        return page.done("/posts/" + id, Text.of("organization.done.annulled"));
    }

    @PostMapping("/posts/{id}/portfolios")
    ModelAndView assign(
            Page page, @PathVariable UUID id, @RequestParam String portfolio, @RequestParam String assigned) {
        organization.assignPortfolio(page.actor(), id, portfolio(portfolio).id(), Days.day("assigned", assigned));
        return page.done("/posts/" + id, Text.of("organization.done.assigned"));
    }

    @PostMapping("/posts/{id}/portfolios/end")
    ModelAndView endPortfolio(
            Page page, @PathVariable UUID id, @RequestParam UUID holding, @RequestParam String until) {
        organization.endPortfolio(page.actor(), holding, Days.day("until", until));
        return page.done("/posts/" + id, Text.of("organization.done.unassigned"));
    }

    @PostMapping("/portfolios")
    ModelAndView portfolio(Page page, @RequestParam String code, @RequestParam String name, @RequestParam UUID post) {
        organization.createPortfolio(page.actor(), code, name);
        return page.done("/posts/" + post, Text.of("organization.done.portfolio", name));
    }

    @PostMapping("/people")
    ModelAndView register(Page page, @RequestParam String code, @RequestParam String name) {
        var person = organization.register(page.actor(), new NewPerson(code, name));
        return page.done("/people/" + person.id(), Text.of("organization.done.registered", name));
    }

    @PostMapping("/people/{id}/rename")
    ModelAndView renamePerson(Page page, @PathVariable UUID id, @RequestParam String name, @RequestParam String from) {
        organization.renamePerson(page.actor(), id, name, Days.day("from", from));
        return page.done("/people/" + id, Text.of("organization.done.renamed", name));
    }
}
