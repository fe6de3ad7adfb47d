package org.shengmo.entitlement.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Page;
import org.shengmo.consequence.Recoveries;
import org.shengmo.docket.Docket;
import org.shengmo.entitlement.Entitlement;
import org.shengmo.entitlement.Household;
import org.shengmo.entitlement.Member;
import org.shengmo.entitlement.Purpose;
import org.shengmo.measurement.Measurements;
import org.shengmo.measurement.Run;
import org.shengmo.measurement.web.FoundView;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.ruler.check.Family;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The review of welfare rosters at the desk: runs, households, hearing, decision, recovery. */
@Controller
class EntitlementPages {

    private static final int ACTS = 100;

    private static final Listing<HouseholdView> LISTING = Listing.<HouseholdView>titled("entitlement.households.title")
            .number(
                    "entitlement.column.number",
                    view -> view.household().details().number())
            .linked(HouseholdView::href)
            .choice(
                    "entitlement.column.township",
                    view -> view.household().details().township())
            .text(
                    "entitlement.column.village",
                    view -> view.household().details().village())
            .number(
                    "entitlement.column.persons",
                    view -> view.household().details().persons())
            .money(
                    "entitlement.column.amount",
                    view -> view.household().details().monthlyAmount())
            .money(
                    "entitlement.column.stake",
                    view -> view.household().details().atStake())
            .text("entitlement.column.checks", HouseholdView::checks)
            .choice("entitlement.column.state", HouseholdView::state)
            .money("entitlement.column.after", HouseholdView::after)
            .sorted("number");

    private final Entitlement entitlement;
    private final Measurements measurements;
    private final Recoveries recoveries;
    private final Organization organization;
    private final Rulebook rulebook;
    private final Docket docket;

    EntitlementPages(
            Entitlement entitlement,
            Measurements measurements,
            Recoveries recoveries,
            Organization organization,
            Rulebook rulebook,
            Docket docket) {
        this.entitlement = entitlement;
        this.measurements = measurements;
        this.recoveries = recoveries;
        this.organization = organization;
        this.rulebook = rulebook;
        this.docket = docket;
    }

    @GetMapping("/entitlement")
    ModelAndView overview(Page page, Actor actor) {
        actor.require(Entitlement.READ);
        List<Run> runs = measurements.runs(Family.WELFARE);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("runs", runs);
        model.put("datasets", measurements.datasets(Family.WELFARE));
        model.put(
                "counts",
                runs.stream()
                        .filter(run -> run.state() == Run.State.FINISHED)
                        .findFirst()
                        .map(run -> counts(entitlement.of(actor, run.id())))
                        .orElse(List.of()));
        return page.view("entitlement/overview", model);
    }

    /** All, found, told, heard, decided. */
    private static List<Integer> counts(List<Household> households) {
        return List.of(
                households.size(),
                count(households, Household.Found.class),
                count(households, Household.Told.class),
                count(households, Household.Heard.class),
                count(households, Household.Decided.class));
    }

    private static int count(List<Household> households, Class<?> state) {
        return (int) households.stream().filter(state::isInstance).count();
    }

    @GetMapping("/entitlement/runs/{id}")
    ModelAndView run(Page page, Actor actor, @PathVariable UUID id) {
        actor.require(Entitlement.READ);
        Run run = found(id);
        List<Household> households = entitlement.of(actor, id);
        Directory directory = organization.directory();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("run", run);
        model.put("counts", counts(households));
        model.put("charts", VillageCharts.of(entitlement.villages(id)));
        model.put("aside", measurements.aside(id));
        model.put("batches", entitlement.batches(id));
        model.put("waiting", waiting(households, page));
        model.put("deciders", deciders(directory));
        model.put("approvers", approvers(id, directory));
        model.put("published", entitlement.published().contains(id));
        return page.list(
                "entitlement/run",
                LISTING,
                households.stream()
                        .map(each -> HouseholdView.of(each, page.today(), page.language()))
                        .toList(),
                model);
    }

    private Run found(UUID id) {
        return measurements
                .run(id)
                .filter(run -> run.family() == Family.WELFARE)
                .orElseThrow(() -> new NoSuchElementException("no run " + id));
    }

    /** Townships with households to be told. */
    private static Map<String, String> waiting(List<Household> households, Page page) {
        Map<String, Long> counted = households.stream()
                .filter(Household.Found.class::isInstance)
                .collect(Collectors.groupingBy(each -> each.details().township(), TreeMap::new, Collectors.counting()));
        Map<String, String> options = new LinkedHashMap<>();
        counted.forEach(
                (township, count) -> options.put(township, page.say("entitlement.tell.option", township, count)));
        return options;
    }

    private static Map<String, String> deciders(Directory directory) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Post post : directory.posts()) {
            if (post.permissions().contains(Entitlement.DECIDE)) {
                options.put(post.id().toString(), directory.body(post.body()).name() + " " + post.name());
            }
        }
        return options;
    }

    private List<ApproverView> approvers(UUID run, Directory directory) {
        return entitlement.approvers(run).stream()
                .filter(each -> each.undeclared() > 0)
                .map(each ->
                        new ApproverView(each, directory.person(each.person()).name()))
                .toList();
    }

    @PostMapping("/entitlement/runs/{id}/tell")
    ModelAndView tell(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String township,
            @RequestParam Optional<UUID> decider) {
        List<UUID> households = entitlement.of(actor, id).stream()
                .filter(Household.Found.class::isInstance)
                .filter(each -> each.details().township().equals(township))
                .map(Household::id)
                .toList();
        Household.Batch batch = entitlement.tell(
                actor, households, decider.orElseThrow(() -> Invalid.at("decider", "entitlement.fault.blank")));
        return page.done(
                "/entitlement/runs/" + id, Text.of("entitlement.done.told", households.size(), batch.replyUntil()));
    }

    @PostMapping("/entitlement/runs/{id}/publish")
    ModelAndView publish(Page page, Actor actor, @PathVariable UUID id) {
        entitlement.publish(actor, id);
        return page.done("/entitlement/runs/" + id, Text.of("entitlement.done.published"));
    }

    @PostMapping("/entitlement/runs/{id}/approvers/{person}")
    ModelAndView trace(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID person) {
        UUID finding = entitlement.trace(actor, id, person);
        return page.done("/findings/" + finding, Text.of("entitlement.done.traced"));
    }

    @GetMapping("/entitlement/households/{id}")
    ModelAndView household(Page page, Actor actor, @PathVariable UUID id) {
        return household(page, actor, id, entitlement.members(actor, id), "");
    }

    @PostMapping("/entitlement/households/{id}/reveal")
    ModelAndView reveal(
            Page page,
            Actor actor,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam Optional<Purpose> purpose,
            @RequestParam(defaultValue = "") String note) {
        Purpose asked = purpose.orElseThrow(() -> Invalid.at("purpose", "entitlement.fault.purpose"));
        List<Member> members = entitlement.reveal(actor, id, asked, note);
        response.setHeader("Cache-Control", "no-store");
        return household(
                page, actor, id, members, page.say("entitlement.purpose." + asked.code()) + " · " + note.strip());
    }

    private ModelAndView household(Page page, Actor actor, UUID id, List<Member> members, String revealed) {
        Household household =
                entitlement.household(id).orElseThrow(() -> new NoSuchElementException("no household " + id));
        Run run = found(household.details().run());
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("view", HouseholdView.of(household, page.today(), page.language()));
        model.put("run", run);
        model.put("members", members);
        model.put("revealed", revealed);
        model.put("found", found(household, run, page));
        model.put("proposal", entitlement.proposal(household, members));
        model.put(
                "approver",
                household
                        .details()
                        .approver()
                        .map(person -> organization.directory().person(person).name())
                        .orElse(""));
        model.put("recoveries", recoveries.restingOn(household.details().asSubject()));
        model.put("acts", docket.timeline(household.details().asSubject(), actor.compartments(), ACTS));
        return page.view("entitlement/household", model);
    }

    private List<FoundView> found(Household household, Run run, Page page) {
        return measurements.aboutHousehold(run.id(), household.details().household()).stream()
                .map(each -> FoundView.of(each, run.measuredOn(), rulebook, page.language()))
                .toList();
    }

    @PostMapping("/entitlement/households/{id}/hear")
    ModelAndView hear(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reply) {
        entitlement.hear(actor, id, reply);
        return page.done("/entitlement/households/" + id, Text.of("entitlement.done.heard"));
    }

    @PostMapping("/entitlement/households/{id}/decide")
    ModelAndView decide(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<Household.Outcome> outcome,
            @RequestParam Optional<BigDecimal> amount,
            @RequestParam(defaultValue = "") Set<UUID> removed,
            @RequestParam(defaultValue = "") String reasons,
            @RequestParam(defaultValue = "") String resolution) {
        Household household =
                entitlement.household(id).orElseThrow(() -> new NoSuchElementException("no household " + id));
        entitlement.decide(
                actor,
                List.of(ruled(
                        household,
                        outcome.orElseThrow(() -> Invalid.at("outcome", "entitlement.fault.blank")),
                        amount,
                        removed,
                        reasons)),
                resolution);
        return page.done("/entitlement/households/" + id, Text.of("entitlement.done.decided", 1));
    }

    private static Entitlement.Ruled ruled(
            Household household,
            Household.Outcome outcome,
            Optional<BigDecimal> amount,
            Set<UUID> removed,
            String reasons) {
        return switch (outcome) {
            case KEPT ->
                new Entitlement.Ruled(
                        household.id(), outcome, household.details().monthlyAmount(), Set.of(), reasons);
            case REDUCED ->
                new Entitlement.Ruled(
                        household.id(),
                        outcome,
                        amount.orElseThrow(() -> Invalid.at("amount", "entitlement.fault.blank")),
                        removed,
                        reasons);
            case STOPPED -> new Entitlement.Ruled(household.id(), outcome, BigDecimal.ZERO, Set.of(), reasons);
        };
    }

    @GetMapping("/entitlement/batches/{id}/decide")
    ModelAndView list(Page page, Actor actor, @RequestParam UUID run, @PathVariable UUID id) {
        actor.require(Entitlement.DECIDE);
        List<HouseholdView> heard = heard(actor, run, id).stream()
                .map(each -> HouseholdView.of(each, page.today(), page.language()))
                .toList();
        Map<UUID, Entitlement.Ruled> proposals = entitlement.proposals(
                actor, heard.stream().map(each -> each.household().id()).toList());
        return page.view(
                "entitlement/decide",
                Map.of(
                        "batch", batch(run, id),
                        "heard", heard,
                        "proposals", proposals));
    }

    private List<Household> heard(Actor actor, UUID run, UUID batch) {
        return entitlement.of(actor, run).stream()
                .filter(each -> each instanceof Household.Heard heard
                        && heard.batch().id().equals(batch))
                .toList();
    }

    private Household.Batch batch(UUID run, UUID id) {
        return entitlement.batches(run).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no batch " + id));
    }

    @PostMapping("/entitlement/batches/{id}/decide")
    ModelAndView decideAll(
            Page page,
            Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam UUID run,
            @RequestParam(defaultValue = "") String resolution) {
        List<Entitlement.Ruled> list = new ArrayList<>();
        List<Household> heard = heard(actor, run, id);
        Map<UUID, Entitlement.Ruled> proposals =
                entitlement.proposals(actor, heard.stream().map(Household::id).toList());
        for (Household household : heard) {
            String outcome = request.getParameter("outcome-" + household.id());
            if (outcome != null && !outcome.isBlank()) {
                Set<UUID> leaving = proposals.get(household.id()).removed();
                list.add(ruled(
                        household,
                        Household.Outcome.valueOf(outcome),
                        amount(request.getParameter("amount-" + household.id())),
                        leaving,
                        Optional.ofNullable(request.getParameter("reasons-" + household.id()))
                                .orElse("")));
            }
        }
        entitlement.decide(actor, list, resolution);
        return page.done("/entitlement/runs/" + run, Text.of("entitlement.done.decided", list.size()));
    }

    private static Optional<BigDecimal> amount(String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException wrong) {
            throw Invalid.at("amount", "entitlement.fault.blank");
        }
    }

    @PostMapping("/entitlement/households/{id}/recover")
    ModelAndView recover(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<BigDecimal> amount,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "1") int instalments,
            @RequestParam Optional<LocalDate> first) {
        BigDecimal claimed = amount.orElseThrow(() -> Invalid.at("amount", "entitlement.fault.blank"));
        entitlement.recover(
                actor,
                List.of(new Entitlement.Overpaid(
                        id,
                        claimed,
                        ground,
                        actor.post(),
                        recoveries.inEqualParts(
                                claimed, instalments, first.orElse(page.today().plusMonths(1))))));
        return page.done("/entitlement/households/" + id, Text.of("entitlement.done.recovered"));
    }

    /** The notice to print, with who they are: reading it is recorded as serving. */
    @PostMapping("/entitlement/households/{id}/notice")
    ModelAndView notice(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id) {
        return notices(page, actor, response, List.of(id), "entitlement/notices");
    }

    @PostMapping("/entitlement/households/{id}/decision")
    ModelAndView decision(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id) {
        return notices(page, actor, response, List.of(id), "entitlement/decisions");
    }

    @PostMapping("/entitlement/batches/{id}/notices")
    ModelAndView notices(
            Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id, @RequestParam UUID run) {
        List<UUID> households = entitlement.of(actor, run).stream()
                .filter(each ->
                        each instanceof Household.Told told && told.batch().id().equals(id))
                .map(Household::id)
                .toList();
        return notices(page, actor, response, households, "entitlement/notices");
    }

    private ModelAndView notices(
            Page page, Actor actor, HttpServletResponse response, List<UUID> ids, String template) {
        List<List<Member>> members =
                entitlement.revealAll(actor, ids, Purpose.SERVE, page.say("entitlement.notice.title"));
        List<Citation> heard = rulebook.decide(Entitlement.HEARING_TABLE, page.today(), Map.of("outcome", "stopped"))
                .citations();
        List<NoticeView> notices = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Household household = entitlement.household(ids.get(i)).orElseThrow();
            Run run = found(household.details().run());
            notices.add(new NoticeView(
                    HouseholdView.of(household, page.today(), page.language()),
                    members.get(i).isEmpty() ? "" : members.get(i).getFirst().name(),
                    actor.may(Entitlement.TELL) && !(household instanceof Household.Found)
                            ? entitlement.code(actor, ids.get(i))
                            : "",
                    found(household, run, page),
                    heard,
                    issuer(household)));
        }
        response.setHeader("Cache-Control", "no-store");
        return page.view(template, Map.of("notices", notices));
    }

    /** Who tells it: the body that decides its own batch, or that decided; before it is told, its township. */
    private String issuer(Household household) {
        Directory directory = organization.directory();
        Optional<UUID> post = switch (household) {
            case Household.Found found -> Optional.empty();
            case Household.Told told -> Optional.of(told.batch().decider());
            case Household.Heard heard -> Optional.of(heard.batch().decider());
            case Household.Decided decided ->
                Optional.ofNullable(decided.decision().post());
        };
        return post.flatMap(directory::findPost)
                .map(each -> directory.body(each.body()).name())
                .orElse(household.details().township());
    }
}
