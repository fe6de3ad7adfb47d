package org.shengmo.procurement.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.deliberation.Matter;
import org.shengmo.deliberation.Matters;
import org.shengmo.deliberation.Outcome;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.procurement.Category;
import org.shengmo.procurement.Centre;
import org.shengmo.procurement.Method;
import org.shengmo.procurement.NewProject;
import org.shengmo.procurement.NewTender;
import org.shengmo.procurement.Procurement;
import org.shengmo.procurement.Project;
import org.shengmo.procurement.Remedies;
import org.shengmo.procurement.Tender;
import org.shengmo.procurement.Tenders;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Projects for anyone to read, and the acts of those who handle them. */
@Controller
class ProcurementPages {

    private static final int ACTS = 60;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Listing<ProjectView> LISTING = Listing.<ProjectView>titled("procurement.title")
            .number(
                    "procurement.column.number",
                    view -> view.project().details().number())
            .text("procurement.column.title", view -> view.project().details().title())
            .linked(view -> "/procurement/" + view.project().id())
            .choice("procurement.column.owner", ProjectView::owner)
            .choice(
                    "procurement.column.category",
                    view -> Text.of("procurement.category."
                            + view.project().details().category().code()))
            .choice("procurement.column.stage", ProjectView::status)
            .money("procurement.column.reviewed", ProjectView::reviewed)
            .money("procurement.column.contract", ProjectView::contracted)
            .money("procurement.column.saved", ProjectView::saved)
            .date(
                    "procurement.column.proposed",
                    view -> view.project().details().proposedOn())
            .sorted("-number");

    private final Procurement procurement;
    private final Tenders tenders;
    private final Remedies remedies;
    private final Organization organization;
    private final Docket docket;
    private final Matters matters;

    ProcurementPages(
            Procurement procurement,
            Tenders tenders,
            Remedies remedies,
            Organization organization,
            Docket docket,
            Matters matters) {
        this.procurement = procurement;
        this.tenders = tenders;
        this.remedies = remedies;
        this.organization = organization;
        this.docket = docket;
        this.matters = matters;
    }

    @GetMapping("/procurement")
    ModelAndView projects(Page page) {
        Directory directory = organization.directory();
        int year = Year.from(page.today()).getValue();
        Procurement.Savings now = procurement.savings(year);
        int shown = now.trades() == 0 ? year - 1 : year;
        return page.list(
                "procurement/projects",
                LISTING,
                procurement.projects().stream()
                        .map(project -> ProjectView.of(project, List.of(), directory))
                        .toList(),
                Map.of("savings", shown == year ? now : procurement.savings(shown), "year", shown));
    }

    @GetMapping("/procurement/{id}")
    ModelAndView project(Page page, @PathVariable UUID id) {
        Project project = found(id);
        List<Tender> rounds = tenders.of(id);
        Directory directory = organization.directory();
        Map<Centre, UUID> centres = procurement.centres();
        Map<Centre, Map<String, String>> posts = new LinkedHashMap<>();
        for (Centre centre : Centre.values()) {
            Map<String, String> options = new LinkedHashMap<>();
            Optional.ofNullable(centres.get(centre)).stream()
                    .flatMap(body -> directory.postsOf(body).stream())
                    .forEach(post -> options.put(post.id().toString(), post.name()));
            posts.put(centre, options);
        }
        List<Entry> acts = new ArrayList<>(docket.timeline(project.details().asSubject(), List.of(), ACTS));
        rounds.stream()
                .filter(tender -> tender instanceof Tender.Awarded || tender instanceof Tender.Failed)
                .forEach(tender -> docket.timeline(tender.details().asSubject(), List.of(), ACTS).stream()
                        .filter(entry -> acts.stream().noneMatch(each -> each.id() == entry.id()))
                        .forEach(acts::add));
        acts.sort(java.util.Comparator.comparingLong(Entry::id).reversed());
        return page.view(
                "procurement/project",
                Map.of(
                        "view",
                        ProjectView.of(project, rounds, directory),
                        "decision",
                        project.details().decision().flatMap(matters::byId),
                        "decisions",
                        page.may("procurement.own") ? decisions() : Map.<String, String>of(),
                        "undecided",
                        procurement.needsDecision(project),
                        "rounds",
                        rounds,
                        "posts",
                        posts,
                        "representatives",
                        directory.postsOf(project.details().owner()).stream()
                                .filter(post -> !post.head())
                                .collect(java.util.stream.Collectors.toMap(
                                        post -> post.id().toString(),
                                        org.shengmo.organization.Post::name,
                                        (one, other) -> one,
                                        LinkedHashMap::new)),
                        "directory",
                        directory,
                        "remedies",
                        page.signedIn() ? remedies.of(id) : List.<Remedies.Remedy>of(),
                        "acts",
                        acts));
    }

    /** The adopted matters that a project can rest on. */
    private Map<String, String> decisions() {
        Map<String, String> decisions = new LinkedHashMap<>();
        matters.all().stream()
                .filter(each -> each instanceof Matter.Decided decided && decided.outcome() == Outcome.ADOPTED)
                .map(Matter::details)
                .filter(each -> each.what().kind().hasAmount())
                .forEach(each -> decisions.put(
                        each.id().toString(),
                        "第" + each.number() + "号 " + each.what().title()));
        return decisions;
    }

    @PostMapping("/procurement")
    ModelAndView propose(
            Page page,
            @RequestParam String title,
            @RequestParam String text,
            @RequestParam String place,
            @RequestParam Category category,
            @RequestParam BigDecimal estimate) {
        page.actor().require(Procurement.OWN);
        UUID body = organization.post(page.actor().post()).body();
        UUID id = procurement
                .propose(page.actor(), new NewProject(title, text, category, body, place, estimate))
                .id();
        return done(page, id);
    }

    @PostMapping("/procurement/{id}/assign")
    ModelAndView assign(Page page, @PathVariable UUID id, @RequestParam Centre centre, @RequestParam UUID post) {
        procurement.assign(page.actor(), id, centre, post);
        return done(page, id);
    }

    @PostMapping("/procurement/{id}/rest")
    ModelAndView rest(Page page, @PathVariable UUID id, @RequestParam UUID decision) {
        procurement.rest(page.actor(), id, decision);
        return done(page, id);
    }

    @PostMapping("/procurement/{id}/budget")
    ModelAndView budget(Page page, @PathVariable UUID id, @RequestParam BigDecimal amount) {
        procurement.budget(page.actor(), id, amount);
        return done(page, id);
    }

    @PostMapping("/procurement/{id}/review")
    ModelAndView review(Page page, @PathVariable UUID id, @RequestParam BigDecimal amount, @RequestParam String note) {
        procurement.review(page.actor(), id, amount, note);
        return done(page, id);
    }

    @PostMapping("/procurement/{id}/publish")
    ModelAndView publish(
            Page page,
            @PathVariable UUID id,
            @RequestParam Method method,
            @RequestParam LocalDate saleUntil,
            @RequestParam LocalDateTime deadline,
            @RequestParam BigDecimal bidDeposit,
            @RequestParam BigDecimal performanceShare,
            @RequestParam int members,
            @RequestParam int experts,
            @RequestParam(defaultValue = "") String specialty) {
        tenders.publish(
                page.actor(),
                id,
                new NewTender(
                        method,
                        saleUntil,
                        deadline.atZone(ZONE).toInstant(),
                        bidDeposit,
                        performanceShare,
                        members,
                        experts,
                        specialty.strip()));
        return done(page, id);
    }

    @PostMapping("/procurement/{id}/tenders/{tender}/clarify")
    ModelAndView clarify(
            Page page,
            @PathVariable UUID id,
            @PathVariable UUID tender,
            @RequestParam String text,
            @RequestParam Optional<LocalDateTime> newDeadline) {
        tenders.clarify(
                page.actor(),
                tender,
                text,
                newDeadline.map(each -> each.atZone(ZONE).toInstant()));
        return done(page, id);
    }

    @PostMapping("/procurement/{id}/tenders/{tender}/key")
    ModelAndView key(Page page, @PathVariable UUID id, @PathVariable UUID tender, @RequestParam String publicKey) {
        tenders.holdKey(page.actor(), tender, publicKey);
        return done(page, id);
    }

    @PostMapping("/procurement/{id}/tenders/{tender}/bids")
    ModelAndView bid(Page page, @PathVariable UUID id, @PathVariable UUID tender, @RequestParam String envelope) {
        Tenders.Receipt receipt = tenders.receive(tender, envelope);
        return page.done(
                "/procurement/" + id,
                Text.of("procurement.done.bid", receipt.sha256(), Long.toString(receipt.entry()), receipt.code()));
    }

    @PostMapping("/procurement/{id}/tenders/{tender}/withdraw")
    ModelAndView withdraw(Page page, @PathVariable UUID id, @PathVariable UUID tender, @RequestParam String code) {
        tenders.withdraw(tender, code);
        return page.done("/procurement/" + id, Text.of("procurement.done.withdrawn"));
    }

    @PostMapping("/procurement/{id}/tenders/{tender}/pool")
    ModelAndView pool(Page page, @PathVariable UUID id, @PathVariable UUID tender) {
        tenders.fixPool(page.actor(), tender);
        return done(page, id);
    }

    /** @param shares a line each: the bid's identifier, a space, the share in base 64 */
    @PostMapping("/procurement/{id}/tenders/{tender}/shares")
    ModelAndView shares(Page page, @PathVariable UUID id, @PathVariable UUID tender, @RequestParam String shares) {
        Map<UUID, byte[]> given = new LinkedHashMap<>();
        try {
            for (String line : shares.lines().filter(each -> !each.isBlank()).toList()) {
                String[] parts = line.strip().split(" ", 2);
                given.put(UUID.fromString(parts[0]), Base64.getDecoder().decode(parts[1]));
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw Invalid.at("shares", "procurement.fault.shares");
        }
        tenders.giveShares(page.actor(), tender, given);
        return done(page, id);
    }

    @PostMapping("/procurement/{id}/tenders/{tender}/draw")
    ModelAndView draw(
            Page page,
            @PathVariable UUID id,
            @PathVariable UUID tender,
            @RequestParam(defaultValue = "") List<UUID> representatives) {
        tenders.draw(page.actor(), tender, representatives);
        return done(page, id);
    }

    /** Fields {@code points-<member>-<bid>} and {@code disqualify-<bid>}. */
    @PostMapping("/procurement/{id}/tenders/{tender}/evaluate")
    ModelAndView evaluate(
            Page page, @PathVariable UUID id, @PathVariable UUID tender, @RequestParam Map<String, String> fields) {
        Map<String, Map<UUID, BigDecimal>> points = new HashMap<>();
        Map<UUID, String> disqualified = new HashMap<>();
        if (tenders.tender(tender).orElseThrow(() -> new NoSuchElementException("no tender " + tender))
                instanceof Tender.Evaluating opened) {
            for (Tender.Bid bid : opened.bids()) {
                disqualified.put(bid.id(), fields.getOrDefault("disqualify-" + bid.id(), ""));
                opened.drawn().stream()
                        .flatMap(drawn -> drawn.members().stream())
                        .filter(Tender.Member::sits)
                        .forEach(member -> number(fields.get("points-" + member.code() + "-" + bid.id()))
                                .ifPresent(given -> points.computeIfAbsent(member.code(), code -> new HashMap<>())
                                        .put(bid.id(), given)));
            }
        }
        tenders.evaluate(page.actor(), tender, points, disqualified);
        return done(page, id);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException malformed) {
            throw Invalid.at("points", "procurement.fault.points");
        }
    }

    @PostMapping("/procurement/{id}/tenders/{tender}/{act:candidates|award|fail}")
    ModelAndView go(Page page, @PathVariable UUID id, @PathVariable UUID tender, @PathVariable String act) {
        switch (act) {
            case "candidates" -> tenders.publishCandidates(page.actor(), tender);
            case "award" -> tenders.award(page.actor(), tender);
            default -> tenders.fail(page.actor(), tender);
        }
        return done(page, id);
    }

    @PostMapping("/procurement/{id}/tenders/{tender}/remedies")
    ModelAndView bring(
            Page page,
            @PathVariable UUID id,
            @PathVariable UUID tender,
            @RequestParam Remedies.Kind kind,
            @RequestParam String who,
            @RequestParam String text,
            @RequestParam Optional<LocalDate> knownOn) {
        Remedies.Remedy brought = remedies.bring(tender, kind, who, text, knownOn.orElse(null));
        return page.done(
                "/procurement/" + id,
                Text.of("procurement.done.remedy", Long.toString(brought.number()), brought.due()));
    }

    @PostMapping("/procurement/{id}/remedies/{remedy}")
    ModelAndView answer(
            Page page,
            @PathVariable UUID id,
            @PathVariable UUID remedy,
            @RequestParam boolean upheld,
            @RequestParam String answer) {
        remedies.answer(page.actor(), remedy, upheld, answer);
        return done(page, id);
    }

    @PostMapping("/procurement/{id}/contract")
    ModelAndView contract(
            Page page, @PathVariable UUID id, @RequestParam BigDecimal amount, @RequestParam BigDecimal deposit) {
        procurement.contract(page.actor(), id, amount, deposit);
        return done(page, id);
    }

    @PostMapping("/procurement/{id}/change")
    ModelAndView change(
            Page page,
            @PathVariable UUID id,
            @RequestParam BigDecimal amount,
            @RequestParam String reasons,
            @RequestParam Optional<UUID> decision) {
        procurement.change(page.actor(), id, amount, reasons, decision);
        return done(page, id);
    }

    @PostMapping("/procurement/{id}/accept")
    ModelAndView accept(Page page, @PathVariable UUID id, @RequestParam String account) {
        procurement.accept(page.actor(), id, account);
        return done(page, id);
    }

    @PostMapping("/procurement/{id}/pay")
    ModelAndView pay(Page page, @PathVariable UUID id, @RequestParam BigDecimal amount, @RequestParam String purpose) {
        procurement.pay(page.actor(), id, amount, purpose);
        return done(page, id);
    }

    @PostMapping("/procurement/{id}/archive")
    ModelAndView archive(Page page, @PathVariable UUID id) {
        procurement.archive(page.actor(), id);
        return done(page, id);
    }

    private static ModelAndView done(Page page, UUID id) {
        return page.done("/procurement/" + id, Text.of("procurement.done"));
    }

    private Project found(UUID id) {
        return procurement.project(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
