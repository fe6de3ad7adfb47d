package org.shengmo.charter.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Page;
import org.shengmo.access.web.Uploads;
import org.shengmo.attachment.Attachments;
import org.shengmo.charter.Quarter;
import org.shengmo.charter.Review;
import org.shengmo.charter.Reviews;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.Duty;
import org.shengmo.duty.Standing;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Status;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The standing committee's reviews: where each quarter stands, the sessions that were held, and recording one. */
@Controller
@RequestMapping("/charter/reviews")
class ReviewPages {

    private static final int QUARTERS = 4;

    private static final Listing<Review> LISTING = Listing.<Review>titled("charter.reviews.title")
            .date("charter.reviews.on", Review::on)
            .linked(review -> "/charter/reviews/" + review.id())
            .choice("charter.reviews.sort", ReviewPages::sort)
            .choice("charter.reviews.quarter", review -> QuarterView.name(review.quarter()))
            .text("charter.reviews.topic", Review::topic)
            .text("charter.reviews.decisions", Review::decisions)
            .sorted("-on");

    private final Reviews reviews;
    private final Duties duties;
    private final Attachments attachments;
    private final Uploads uploads;

    ReviewPages(Reviews reviews, Duties duties, Attachments attachments, Uploads uploads) {
        this.reviews = reviews;
        this.duties = duties;
        this.attachments = attachments;
        this.uploads = uploads;
    }

    static Text sort(Review review) {
        return Text.of(review.special() ? "charter.review.sort.special" : "charter.review.sort.quarterly");
    }

    @GetMapping
    ModelAndView year(Page page, @RequestParam Optional<Integer> year) {
        List<Integer> years = reviews.years();
        int shown = year.orElseGet(() -> Years.current(years, page.today()));
        List<Review> held = reviews.of(shown);
        return page.list(
                "charter/reviews",
                LISTING,
                held,
                Map.of("year", shown, "years", years, "quarters", quarters(shown, held, page.today())));
    }

    private List<QuarterView> quarters(int year, List<Review> held, LocalDate today) {
        Map<Quarter, UUID> owed = reviews.duties(year);
        List<QuarterView> quarters = new ArrayList<>();
        for (int number = 1; number <= QUARTERS; number++) {
            Quarter quarter = new Quarter(year, number);
            Review review = held.stream()
                    .filter(each -> !each.special() && each.quarter().equals(quarter))
                    .reduce((later, earlier) -> earlier)
                    .orElse(null);
            Duty duty = owed.containsKey(quarter) ? duties.duty(owed.get(quarter)) : null;
            quarters.add(new QuarterView(quarter, status(review, duty, today), review, duty));
        }
        return quarters;
    }

    private static Status status(Review review, Duty duty, LocalDate today) {
        Standing standing = duty == null ? null : duty.standing(today);
        if (review != null) {
            return standing == Standing.MET_LATE
                    ? Status.late("charter.review.held-late")
                    : Status.done("charter.review.held");
        }
        return switch (standing) {
            case null -> Status.plain("charter.review.not-called");
            case LATE, MET_LATE -> Status.late("charter.review.missed");
            case DUE_SOON -> Status.due("charter.review.due-soon");
            case IN_TIME -> Status.plain("charter.review.open");
            case MET -> Status.done("charter.review.held");
            case WITHDRAWN -> Status.plain("charter.review.withdrawn");
        };
    }

    @GetMapping("/{id}")
    ModelAndView review(Page page, Actor actor, @PathVariable UUID id) {
        Review review = reviews.byId(id).orElseThrow(() -> new NoSuchElementException("no session " + id));
        Map<String, Object> model = new HashMap<>();
        model.put("review", review);
        model.put(
                "files", reviews.mayOpenPapers(actor) ? attachments.of(new Subject("charter.session", id)) : List.of());
        return page.view("charter/review", model);
    }

    @GetMapping("/new")
    ModelAndView form(Page page, Actor actor) {
        actor.require(Reviews.RECORD);
        return page.view("charter/review-new", Map.of());
    }

    @PostMapping
    ModelAndView record(
            Page page,
            Actor actor,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String decisions,
            @RequestParam(required = false) List<MultipartFile> files) {
        actor.require(Reviews.RECORD);
        if (on == null) {
            throw Invalid.at("on", "charter.part.blank");
        }
        if (!List.of("quarterly", "special").contains(sort)) {
            throw Invalid.at("sort", "charter.part.blank");
        }
        List<UUID> kept = uploads.keep(actor, files);
        Review review = sort.equals("special")
                ? reviews.holdSpecial(actor, on, topic, decisions, kept)
                : reviews.hold(actor, on, topic, decisions, kept);
        return page.done("/charter/reviews/" + review.id(), Text.of("charter.done.reviewed"));
    }
}
