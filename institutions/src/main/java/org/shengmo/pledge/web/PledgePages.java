package org.shengmo.pledge.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.Year;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.attachment.Attachments;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.pledge.Pledges;
import org.shengmo.pledge.Promise;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The promises of a year and each of them: anyone reads and judges; who answers for it reaches, books, shows. */
@Controller
class PledgePages {

    private static final String VISITOR = "shengmo-visitor";
    private static final int VISITOR_BYTES = 16;
    private static final int ONE_YEAR_SECONDS = 365 * 24 * 3600;
    private static final int COMMENTS = 50;
    private static final int ACTS = 50;

    private final Pledges pledges;
    private final Organization organization;
    private final Attachments attachments;
    private final Docket docket;
    private final SecureRandom random = new SecureRandom();

    PledgePages(Pledges pledges, Organization organization, Attachments attachments, Docket docket) {
        this.pledges = pledges;
        this.organization = organization;
        this.attachments = attachments;
        this.docket = docket;
    }

    @GetMapping("/pledges")
    ModelAndView year(Page page, @RequestParam Optional<Integer> year) {
        List<Integer> years = pledges.years();
        int shown =
                year.orElseGet(() -> years.isEmpty() ? Year.from(page.today()).getValue() : years.getFirst());
        Directory directory = organization.directory();
        List<ProgrammeView> programmes = pledges.of(shown).stream()
                .map(programme -> new ProgrammeView(
                        programme,
                        programme.promises().stream()
                                .map(promise -> PromiseView.of(promise, directory, page.today()))
                                .toList()))
                .toList();
        return page.view("pledge/year", Map.of("year", shown, "years", years, "programmes", programmes));
    }

    @GetMapping("/pledges/{id}")
    ModelAndView promise(Page page, @PathVariable UUID id) {
        Promise promise = found(id);
        boolean owner = page.signedIn()
                && organization.holdersOf(promise.owner(), page.today()).stream()
                        .anyMatch(tenure -> tenure.person().equals(page.actor().person()));
        return page.view(
                "pledge/promise",
                Map.of(
                        "view", PromiseView.of(promise, organization.directory(), page.today()),
                        "owner", owner,
                        "comments", pledges.comments(id, COMMENTS),
                        "acts", docket.timeline(new Subject("pledge", id), List.of(), ACTS)));
    }

    @PostMapping("/pledges/{id}/verdict")
    ModelAndView judge(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String satisfied,
            @RequestParam(defaultValue = "") String comment) {
        if (!List.of("yes", "no").contains(satisfied)) {
            throw Invalid.at("satisfied", "pledge.fault.choose");
        }
        pledges.judge(id, visitor(request, response), satisfied.equals("yes"), comment);
        return page.done("/pledges/" + id, Text.of("pledge.judged"));
    }

    /** The key that tells one visitor's verdicts from another's; it says nothing else, and stays in their browser. */
    private String visitor(HttpServletRequest request, HttpServletResponse response) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(VISITOR) && cookie.getValue().length() == 2 * VISITOR_BYTES) {
                return cookie.getValue();
            }
        }
        byte[] key = new byte[VISITOR_BYTES];
        random.nextBytes(key);
        Cookie cookie = new Cookie(VISITOR, HexFormat.of().formatHex(key));
        cookie.setHttpOnly(true);
        cookie.setPath("/pledges");
        cookie.setMaxAge(ONE_YEAR_SECONDS);
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
        return cookie.getValue();
    }

    @PostMapping("/pledges/{id}/milestones/{milestone}/reach")
    ModelAndView reach(Page page, @PathVariable UUID id, @PathVariable UUID milestone, @RequestParam String account) {
        pledges.reach(page.actor(), milestone, account);
        return page.done("/pledges/" + id, Text.of("pledge.done.reached"));
    }

    @PostMapping("/pledges/{id}/milestones/{milestone}/delay")
    ModelAndView delay(
            Page page,
            @PathVariable UUID id,
            @PathVariable UUID milestone,
            @RequestParam LocalDate due,
            @RequestParam String reasons) {
        pledges.delay(page.actor(), milestone, due, reasons);
        return page.done("/pledges/" + id, Text.of("pledge.done.delayed"));
    }

    @PostMapping("/pledges/{id}/spending")
    ModelAndView spend(
            Page page,
            @PathVariable UUID id,
            @RequestParam BigDecimal amount,
            @RequestParam LocalDate on,
            @RequestParam String purpose) {
        pledges.spend(page.actor(), id, amount, on, purpose);
        return page.done("/pledges/" + id, Text.of("pledge.done.spent"));
    }

    @PostMapping("/pledges/{id}/photos")
    ModelAndView photograph(
            Page page, @PathVariable UUID id, @RequestParam MultipartFile picture, @RequestParam String caption)
            throws IOException {
        pledges.photograph(page.actor(), id, picture.getBytes(), caption);
        return page.done("/pledges/" + id, Text.of("pledge.done.photographed"));
    }

    @GetMapping("/pledges/{id}/photos/{photo}")
    ResponseEntity<byte[]> photo(@PathVariable UUID id, @PathVariable UUID photo) {
        boolean shown =
                found(id).photos().stream().anyMatch(each -> each.attachment().equals(photo));
        if (!shown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(attachments.content(photo));
    }

    private Promise found(UUID id) {
        return pledges.promise(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
