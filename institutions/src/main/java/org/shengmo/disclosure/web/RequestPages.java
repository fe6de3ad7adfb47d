package org.shengmo.disclosure.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shengmo.access.web.Page;
import org.shengmo.disclosure.InformationRequest;
import org.shengmo.disclosure.NewRequest;
import org.shengmo.disclosure.Requests;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Receipt;
import org.shengmo.petition.Throttle;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/** Asking for information without an account, and what the receipt code opens: it stays in a cookie of this path for half an hour. */
@Controller
class RequestPages {

    private static final String COOKIE = "shengmo-request";
    private static final String START = "/disclosure/requests";
    private static final String CASE = "/disclosure/requests/case";
    private static final int HALF_AN_HOUR = 30 * 60;
    private static final int TOKEN_BYTES = 18;

    private final Requests requests;
    private final Organization organization;
    private final Throttle throttle;
    private final SecureRandom random = new SecureRandom();

    RequestPages(Requests requests, Organization organization, Throttle throttle) {
        this.requests = requests;
        this.organization = organization;
        this.throttle = throttle;
    }

    @GetMapping(START)
    ModelAndView start(Page page) {
        int year = page.today().getYear();
        return page.view(
                "disclosure/requests",
                Map.of(
                        "year", year,
                        "figures", requests.figures(year),
                        "directory", organization.directory()));
    }

    @GetMapping("/disclosure/requests/new")
    ModelAndView form(Page page) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return page.view(
                "disclosure/ask",
                Map.of(
                        "token", page.typed("token", HexFormat.of().formatHex(token)),
                        "bodies", RequestForm.bodies(organization.directory(), page.today())));
    }

    @PostMapping("/disclosure/requests/new")
    ModelAndView send(Page page, HttpServletRequest request) {
        throttle.sending(request.getRemoteAddr());
        Receipt receipt = requests.submit(RequestForm.read(request, NewRequest.Channel.WEB));
        return page.view("disclosure/receipt", Map.of("receipt", receipt));
    }

    @PostMapping("/disclosure/requests/open")
    ModelAndView open(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String code) {
        if (follow(request, code).isEmpty()) {
            throw Invalid.at("code", "disclosure.fault.code");
        }
        response.addCookie(cookie(request, code.replaceAll("[^0-9]", ""), HALF_AN_HOUR));
        return redirect(CASE);
    }

    @PostMapping("/disclosure/requests/leave")
    ModelAndView leave(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, "", 0));
        return redirect(START);
    }

    @GetMapping(CASE)
    ModelAndView follow(Page page, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String code = code(request);
        Optional<InformationRequest> found = code.isEmpty() ? Optional.empty() : follow(request, code);
        if (found.isEmpty()) {
            return redirect(START);
        }
        Map<String, Object> model = new HashMap<>();
        model.put("row", RequestRow.of(found.get(), organization.directory(), page.today()));
        model.put(
                "clauses",
                found.get() instanceof InformationRequest.Answered answered ? requests.clauses(answered) : List.of());
        return page.view("disclosure/follow", model);
    }

    @PostMapping("/disclosure/requests/case/supply")
    ModelAndView supply(Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String text) {
        throttle.sending(request.getRemoteAddr());
        String code = code(request);
        if (follow(request, code).isEmpty()) {
            throw Invalid.at("code", "disclosure.fault.code");
        }
        requests.supply(code, text);
        return page.done(CASE, Text.of("disclosure.done.supplied"));
    }

    /** What a code opens; each wrong one counts against the address and the code. */
    private Optional<InformationRequest> follow(HttpServletRequest request, String code) {
        return throttle.opening(request.getRemoteAddr(), code, requests::follow);
    }

    private static String code(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? "" : cookie.getValue();
    }

    private static Cookie cookie(HttpServletRequest request, String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setHttpOnly(true);
        cookie.setPath(START);
        cookie.setMaxAge(seconds);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }

    private static ModelAndView redirect(String address) {
        ModelAndView answer = new ModelAndView("redirect:" + address);
        answer.setStatus(HttpStatus.SEE_OTHER);
        return answer;
    }
}
