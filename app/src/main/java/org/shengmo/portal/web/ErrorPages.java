package org.shengmo.portal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.shengmo.access.web.Page;
import org.shengmo.portal.DatabaseFailure;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a reader is told when something is not there, was not allowed, was too large, or broke; nothing of the inside. */
@Controller
class ErrorPages implements ErrorController {

    private static final Set<HttpStatus> API_TELLS = Set.of(HttpStatus.BAD_REQUEST, HttpStatus.NOT_FOUND);

    @RequestMapping("/error")
    Object error(Page page, HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        status = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        if (status == HttpStatus.INTERNAL_SERVER_ERROR && DatabaseFailure.caused(request)) {
            status = HttpStatus.SERVICE_UNAVAILABLE;
        }
        String kind = switch (status) {
            case SERVICE_UNAVAILABLE -> "unavailable";
            case NOT_FOUND -> "missing";
            case FORBIDDEN -> "stale";
            case CONTENT_TOO_LARGE -> "large";
            default -> status.is4xxClientError() ? "odd" : "broken";
        };
        String asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (asked.startsWith("/api/")) {
            return problem(page, status, kind, asked);
        }
        ModelAndView answer = page.view("portal/error", Map.of("kind", kind));
        answer.setStatus(status);
        return answer;
    }

    private static ResponseEntity<ProblemDetail> problem(Page page, HttpStatus status, String kind, String asked) {
        String told = API_TELLS.contains(status)
                ? "portal.openapi.status." + status.value()
                : "portal.error." + kind + ".text";
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, page.say(told));
        problem.setTitle(page.say("portal.error." + (status == HttpStatus.NOT_FOUND ? "missing.api" : kind)));
        problem.setInstance(URI.create(asked));
        problem.setProperty("code", "portal.error." + kind);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
