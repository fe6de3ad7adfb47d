package org.shengmo.discipline.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.discipline.Cases;
import org.shengmo.discipline.Leads;
import org.shengmo.discipline.Lessons;
import org.shengmo.discipline.Orders;
import org.shengmo.discipline.SanctionOrder;
import org.shengmo.discipline.ViewLog;
import org.shengmo.docket.Docket;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Orders after they were announced, what was learned from them, and the log of views. */
@Controller
class SanctionOrderPages {

    private static final String ORDERS = "/discipline/orders";
    private static final String LESSONS = "/discipline/lessons";
    private static final int ENTRIES = 40;

    private final Orders orders;
    private final Lessons lessons;
    private final ViewLog log;
    private final Organization organization;
    private final Docket docket;

    SanctionOrderPages(Orders orders, Lessons lessons, ViewLog log, Organization organization, Docket docket) {
        this.orders = orders;
        this.lessons = lessons;
        this.log = log;
        this.organization = organization;
        this.docket = docket;
    }

    @GetMapping(ORDERS)
    ModelAndView list(Page page) {
        return page.view(
                "discipline/orders",
                Map.of("orders", orders.readableBy(page.actor()), "directory", organization.directory()));
    }

    @GetMapping(ORDERS + "/{id}")
    ModelAndView order(Page page, @PathVariable UUID id) {
        SanctionOrder found =
                orders.open(page.actor(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Map<String, Object> model = new HashMap<>();
        model.put("order", found);
        model.put("directory", organization.directory());
        model.put("own", found.details().person().equals(page.actor().person()));
        model.put("reviews", page.actor().may(Cases.DECIDE) || page.actor().may(Cases.APPROVE));
        model.put("carries", page.actor().may(Orders.CARRY_OUT));
        model.put("learns", page.actor().may(Leads.LEAD) || page.actor().may(Leads.HANDLE));
        model.put("metrics", lessons.metrics());
        model.put(
                "entries",
                docket.timeline(found.details().asSubject(), page.actor().compartments(), ENTRIES));
        return page.view("discipline/order", model);
    }

    private static ModelAndView done(Page page, UUID id) {
        return page.done(ORDERS + "/" + id, Text.of("discipline.done.done"));
    }

    @PostMapping(ORDERS + "/{id}/carry-out")
    ModelAndView carryOut(Page page, @PathVariable UUID id, @RequestParam String what) {
        orders.carryOut(page.actor(), id, what);
        return done(page, id);
    }

    @PostMapping(ORDERS + "/{id}/restore/{change}")
    ModelAndView restore(Page page, @PathVariable UUID id, @PathVariable UUID change, @RequestParam String account) {
        orders.restore(page.actor(), id, change, account);
        return done(page, id);
    }

    @PostMapping(ORDERS + "/{id}/ask")
    ModelAndView ask(Page page, @PathVariable UUID id, @RequestParam String text) {
        orders.ask(page.actor(), id, text);
        return done(page, id);
    }

    @PostMapping(ORDERS + "/{id}/review")
    ModelAndView review(
            Page page,
            @PathVariable UUID id,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "none") String administrative,
            @RequestParam(defaultValue = "none") String party,
            @RequestParam String reasons) {
        orders.review(page.actor(), id, outcome(outcome, administrative, party), reasons);
        return done(page, id);
    }

    static Orders.Outcome outcome(String outcome, String administrative, String party) {
        return switch (outcome) {
            case "maintain" -> new Orders.Outcome.Maintain();
            case "revoke" -> new Orders.Outcome.Revoke();
            case "lighten" ->
                new Orders.Outcome.Lighten(
                        new Cases.Sentence(Said.administrative(administrative), 0, Said.party(party), false));
            default -> throw Invalid.at("outcome", "discipline.fault.choice");
        };
    }

    @PostMapping(ORDERS + "/{id}/correct")
    ModelAndView correct(Page page, @PathVariable UUID id, @RequestParam String reasons) {
        orders.correct(page.actor(), id, reasons);
        return done(page, id);
    }

    @PostMapping(ORDERS + "/{id}/lessons")
    ModelAndView learn(
            Page page,
            @PathVariable UUID id,
            @RequestParam String risk,
            @RequestParam String rule,
            @RequestParam String remedy,
            @RequestParam String owner,
            @RequestParam LocalDate due,
            @RequestParam String metric,
            @RequestParam String wanted,
            @RequestParam LocalDate checkOn) {
        if (orders.open(page.actor(), id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        UUID lesson = lessons.learn(
                page.actor(),
                id,
                new Lessons.NewLesson(
                        risk,
                        rule.equals("rule"),
                        remedy,
                        Codes.post(organization.directory(), "owner", owner),
                        due,
                        metric,
                        wanted.equals("fewer"),
                        checkOn));
        return page.done(LESSONS + "/" + lesson, Text.of("discipline.done.done"));
    }

    @GetMapping(LESSONS)
    ModelAndView lessons(Page page) {
        return page.view(
                "discipline/lessons",
                Map.of("lessons", lessons.readableBy(page.actor()), "directory", organization.directory()));
    }

    @GetMapping(LESSONS + "/{id}")
    ModelAndView lesson(Page page, @PathVariable UUID id) {
        Lessons.Lesson found =
                lessons.find(page.actor(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return page.view(
                "discipline/lesson",
                Map.of(
                        "lesson",
                        found,
                        "directory",
                        organization.directory(),
                        "owns",
                        found.said().owner().equals(page.actor().post()),
                        "checks",
                        page.actor().may(Leads.LEAD) || page.actor().may(Leads.HANDLE)));
    }

    @PostMapping(LESSONS + "/{id}/done")
    ModelAndView lessonDone(Page page, @PathVariable UUID id, @RequestParam String account) {
        lessons.done(page.actor(), id, account);
        return page.done(LESSONS + "/" + id, Text.of("discipline.done.done"));
    }

    @PostMapping(LESSONS + "/{id}/check")
    ModelAndView lessonCheck(Page page, @PathVariable UUID id) {
        lessons.check(page.actor(), id);
        return page.done(LESSONS + "/" + id, Text.of("discipline.done.done"));
    }

    @GetMapping("/discipline/log")
    ModelAndView log(Page page, @RequestParam Optional<YearMonth> month) {
        YearMonth asked = month.orElse(YearMonth.from(page.today()));
        List<ViewLog.View> views = log.of(page.actor(), asked);
        return page.view(
                "discipline/log",
                Map.of(
                        "month",
                        asked,
                        "views",
                        views,
                        "reviews",
                        log.reviews(page.actor()),
                        "directory",
                        organization.directory()));
    }

    @PostMapping("/discipline/log/review")
    ModelAndView review(Page page, @RequestParam YearMonth month, @RequestParam String remarks) {
        log.review(page.actor(), month, remarks);
        return page.done("/discipline/log?month=" + month, Text.of("discipline.done.done"));
    }
}
