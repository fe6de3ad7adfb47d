package org.shengmo.organization.web;

import static org.shengmo.access.web.Given.list;
import static org.shengmo.access.web.Given.needed;
import static org.shengmo.access.web.Given.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Portfolio;
import org.shengmo.organization.PortfolioHolding;
import org.shengmo.organization.Post;
import org.shengmo.organization.Reach;
import org.shengmo.wording.Invalid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Posts, names and portfolios by the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1/organization")
class StructureApi {

    private final Organization organization;

    StructureApi(Organization organization) {
        this.organization = organization;
    }

    /** A post; {@code seats} and {@code rank} 1 when left out. */
    record Creation(
            String code,
            String name,
            UUID body,
            boolean head,
            Integer rank,
            Integer seats,
            List<String> permissions,
            Reach reach,
            List<UUID> chosenBodies) {}

    /** Another name from a day on. */
    record Renaming(String name, LocalDate from) {}

    /** The permissions a post has from now on. */
    record Permitting(List<String> permissions) {}

    /** A portfolio. */
    record NewPortfolio(String code, String name) {}

    /** A post takes charge of a portfolio. */
    record Assignment(UUID post, LocalDate from) {}

    /** A body comes under a portfolio or leaves it. */
    record Covering(UUID body, LocalDate from) {}

    /** A day. */
    record OnDay(LocalDate on) {}

    /** Why. */
    record Annulment(String reason) {}

    @PostMapping("/posts")
    Post create(Actor by, @RequestBody Creation post) {
        return organization.createPost(
                by,
                new NewPost(
                        text(post.code()),
                        text(post.name()),
                        needed("body", post.body()),
                        null,
                        post.head(),
                        post.rank() == null ? 1 : post.rank(),
                        post.seats() == null ? 1 : post.seats(),
                        permissions(list(post.permissions())),
                        needed("reach", post.reach()),
                        Set.copyOf(list(post.chosenBodies()))));
    }

    private static Set<Permission> permissions(List<String> codes) {
        try {
            return codes.stream().map(Permission::of).collect(Collectors.toSet());
        } catch (IllegalArgumentException none) {
            throw Invalid.at("permissions", "organization.permission.malformed");
        }
    }

    @PostMapping("/posts/{id}/permissions")
    Post permit(Actor by, @PathVariable UUID id, @RequestBody Permitting permitting) {
        organization.permit(by, id, permissions(list(permitting.permissions())));
        return organization.post(id);
    }

    @PostMapping("/posts/{id}/rename")
    Post renamePost(Actor by, @PathVariable UUID id, @RequestBody Renaming renaming) {
        organization.renamePost(by, id, text(renaming.name()), needed("from", renaming.from()));
        return organization.post(id);
    }

    @PostMapping("/bodies/{id}/rename")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void renameBody(Actor by, @PathVariable UUID id, @RequestBody Renaming renaming) {
        organization.renameBody(by, id, text(renaming.name()), needed("from", renaming.from()));
    }

    @PostMapping("/bodies/{id}/abolish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abolish(Actor by, @PathVariable UUID id, @RequestBody OnDay day) {
        organization.abolishBody(by, id, needed("on", day.on()));
    }

    @PostMapping("/people/{id}/rename")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void renamePerson(Actor by, @PathVariable UUID id, @RequestBody Renaming renaming) {
        organization.renamePerson(by, id, text(renaming.name()), needed("from", renaming.from()));
    }

    @PostMapping("/tenures/{id}/annul")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void annul(Actor by, @PathVariable UUID id, @RequestBody Annulment annulment) {
        organization.annulTenure(by, id, text(annulment.reason()));
    }

    @GetMapping("/portfolios")
    List<Portfolio> portfolios() {
        return organization.portfolios();
    }

    @PostMapping("/portfolios")
    Portfolio portfolio(Actor by, @RequestBody NewPortfolio portfolio) {
        return organization.createPortfolio(by, text(portfolio.code()), text(portfolio.name()));
    }

    @PostMapping("/portfolios/{id}/assign")
    PortfolioHolding assign(Actor by, @PathVariable UUID id, @RequestBody Assignment assignment) {
        return organization.assignPortfolio(
                by, needed("post", assignment.post()), id, needed("from", assignment.from()));
    }

    @PostMapping("/portfolio-holdings/{id}/end")
    PortfolioHolding unassign(Actor by, @PathVariable UUID id, @RequestBody OnDay day) {
        return organization.endPortfolio(by, id, needed("on", day.on()));
    }

    @PostMapping("/portfolios/{id}/cover")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cover(Actor by, @PathVariable UUID id, @RequestBody Covering covering) {
        organization.cover(by, id, needed("body", covering.body()), needed("from", covering.from()));
    }

    @PostMapping("/portfolios/{id}/uncover")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void uncover(Actor by, @PathVariable UUID id, @RequestBody Covering covering) {
        organization.uncover(by, id, needed("body", covering.body()), needed("from", covering.from()));
    }
}
