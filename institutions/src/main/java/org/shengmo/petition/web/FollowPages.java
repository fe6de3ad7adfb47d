package org.shengmo.petition.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Petition;
import org.shengmo.petition.Sender;
import org.shengmo.petition.Throttle;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.util.WebUtils;

/**
 * What a receipt code opens. The code stays in a cookie of this path for half an hour, which no script reads and no other
 * site makes the browser send; it stands in no address.
 */
@Controller
class FollowPages {

    private static final String COOKIE = "shengmo-petition";
    private static final int HALF_AN_HOUR = 30 * 60;
    private static final String CASE = "/petition/case";

    private final Sender sender;
    private final Organization organization;
    private final Throttle throttle;

    FollowPages(Sender sender, Organization organization, Throttle throttle) {
        this.sender = sender;
        this.organization = organization;
        this.throttle = throttle;
    }

    @GetMapping("/petition")
    ModelAndView start(Page page) {
        return page.view("petition/start", Map.of());
    }

    @PostMapping("/petition/open")
    ModelAndView open(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code) {
        if (follow(request, code).isEmpty()) {
            throw Invalid.at("code", "petition.fault.code");
        }
        response.addCookie(cookie(request, code.replaceAll("[^0-9]", ""), HALF_AN_HOUR));
        return redirect(CASE);
    }

    @PostMapping("/petition/leave")
    ModelAndView leave(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, "", 0));
        return redirect("/petition");
    }

    private static ModelAndView redirect(String address) {
        ModelAndView answer = new ModelAndView("redirect:" + address);
        answer.setStatus(HttpStatus.SEE_OTHER);
        return answer;
    }

    private static Cookie cookie(HttpServletRequest request, String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setHttpOnly(true);
        cookie.setPath("/petition");
        cookie.setMaxAge(seconds);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }

    /** What a code opens; each wrong one counts against the address and the code. */
    private Optional<Sender.Followed> follow(HttpServletRequest request, String code) {
        return throttle.opening(request.getRemoteAddr(), code, sender::follow);
    }

    private static String code(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? "" : cookie.getValue();
    }

    @GetMapping(CASE)
    ModelAndView follow(Page page, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String code = code(request);
        Optional<Sender.Followed> followed = code.isEmpty() ? Optional.empty() : follow(request, code);
        if (followed.isEmpty()) {
            return redirect("/petition");
        }
        Directory directory = organization.directory();
        return switch (followed.get()) {
            case Sender.FollowedPetition own -> page.view("petition/follow", petition(own, directory));
            case Sender.FollowedAccusation own -> page.view("petition/follow-sealed", Map.of("own", own));
        };
    }

    private static Map<String, Object> petition(Sender.FollowedPetition own, Directory directory) {
        Petition.Details details = own.petition().details();
        Map<String, Object> model = new HashMap<>();
        model.put("own", own);
        model.put("body", Places.name(directory, details.body()));
        model.put("place", Places.name(directory, details.place()));
        model.put("names", PostNames.of(directory, own.messages()));
        return model;
    }

    @PostMapping("/petition/case/write")
    ModelAndView write(
            Page page,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) List<MultipartFile> files) {
        throttle.sending(request.getRemoteAddr());
        sender.write(opened(request), text, Files.of(files));
        return page.done(CASE, Text.of("petition.done.written"));
    }

    @PostMapping("/petition/case/rate")
    ModelAndView rate(
            Page page,
            HttpServletRequest request,
            @RequestParam(defaultValue = "0") int rating,
            @RequestParam(defaultValue = "") String solved,
            @RequestParam(defaultValue = "") String remark) {
        if (!List.of("yes", "no").contains(solved)) {
            throw Invalid.at("solved", "petition.fault.solved");
        }
        sender.rate(opened(request), rating, solved.equals("yes"), remark);
        return page.done(CASE, Text.of(solved.equals("yes") ? "petition.done.solved" : "petition.done.rated"));
    }

    @PostMapping("/petition/case/reopen")
    ModelAndView reopen(Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String text) {
        sender.reopen(opened(request), text);
        return page.done(CASE, Text.of("petition.done.reopened"));
    }

    @PostMapping("/petition/case/review")
    ModelAndView review(Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String text) {
        sender.askReview(opened(request), text);
        return page.done(CASE, Text.of("petition.done.review"));
    }

    @PostMapping("/petition/case/withdraw")
    ModelAndView withdraw(Page page, HttpServletRequest request) {
        sender.withdraw(opened(request));
        return page.done(CASE, Text.of("petition.done.withdrawn"));
    }

    @PostMapping("/petition/case/confirm/{action}")
    ModelAndView confirm(
            Page page,
            HttpServletRequest request,
            @PathVariable UUID action,
            @RequestParam(defaultValue = "") String confirmed,
            @RequestParam(defaultValue = "") String remark) {
        if (!List.of("yes", "no").contains(confirmed)) {
            throw Invalid.at("confirmed", "petition.fault.choose");
        }
        sender.confirm(opened(request), action, confirmed.equals("yes"), remark);
        return page.done(CASE, Text.of("petition.done.confirmed"));
    }

    @GetMapping("/petition/case/files/{file}")
    ResponseEntity<byte[]> file(HttpServletRequest request, @PathVariable UUID file) {
        byte[] content =
                sender.file(opened(request), file).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file + (content[0] == (byte) 0xff ? ".jpg" : ".txt"))
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    /** The code that is open; each wrong one counts. */
    private String opened(HttpServletRequest request) {
        String code = code(request);
        if (follow(request, code).isEmpty()) {
            throw Invalid.at("code", "petition.fault.code");
        }
        return code;
    }
}
