package org.shengmo.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Tells a reader why an act was refused or an input is invalid. The API gets {@code application/problem+json}; a page's
 * form comes back with what was typed and what is wrong, and what has no form gets a page of its own.
 */
@ControllerAdvice
class RefusalAdvice {

    private static final String NO_PERMISSION = "access.permission.missing";
    private static final String EMPTY_OPTIONAL = "No value present";
    private static final String THROTTLED = ".throttled";
    private static final HttpStatus INVALID = HttpStatus.UNPROCESSABLE_CONTENT;

    private final Frame frame;

    RefusalAdvice(Frame frame) {
        this.frame = frame;
    }

    @ExceptionHandler
    Object refused(Refused refused, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Refusal refusal = refused.refusal();
        HttpStatus status = status(refusal.reason().key());
        if (forApi(request)) {
            return problem(status, problem(refusal, status, RequestContextUtils.getLocale(request)));
        }
        return answer(request, response, new Form(typed(request), List.of(), refusal), status, "layout/refused");
    }

    private static HttpStatus status(String key) {
        if (key.endsWith(THROTTLED)) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        return key.equals(NO_PERMISSION) ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT;
    }

    @ExceptionHandler
    Object invalid(Invalid invalid, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (forApi(request)) {
            return problem(INVALID, problem(invalid, INVALID, RequestContextUtils.getLocale(request)));
        }
        Form form = new Form(typed(request), invalid.faults(), null);
        return answer(request, response, form, INVALID, "layout/invalid");
    }

    /** A command or a page about an identifier that nothing has. Without a message it is a fault of ours, not the reader's. */
    @ExceptionHandler
    void missing(NoSuchElementException missing, HttpServletResponse response) throws IOException {
        if (missing.getMessage() == null || missing.getMessage().equals(EMPTY_OPTIONAL)) {
            throw missing;
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** A body that is no JSON, or no JSON of the kind asked for. */
    Object unreadable(Fault fault, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Invalid invalid = new Invalid(List.of(fault));
        HttpStatus status = HttpStatus.BAD_REQUEST;
        return forApi(request)
                ? problem(status, problem(invalid, status, RequestContextUtils.getLocale(request)))
                : invalid(invalid, request, response);
    }

    private ProblemDetail problem(Refusal refusal, HttpStatus status, Locale language) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, say(language, refusal));
        problem.setTitle(frame.words().say(language, "access.page.refused"));
        problem.setProperty("code", refusal.reason().key());
        problem.setProperty("remedy", frame.words().say(language, refusal.remedy()));
        if (refusal.href() != null) {
            problem.setProperty("href", refusal.href());
        }
        problem.setProperty(
                "clauses",
                refusal.citations().stream()
                        .distinct()
                        .map(each -> clause(each, language))
                        .toList());
        Map<String, Object> facts = new HashMap<>();
        refusal.facts().forEach((name, value) -> facts.put(name, value.toString()));
        problem.setProperty("facts", facts);
        return problem;
    }

    private String say(Locale language, Refusal refusal) {
        return frame.words().say(language, refusal.reason());
    }

    private Map<String, Object> clause(Citation citation, Locale language) {
        Map<String, Object> clause = new LinkedHashMap<>();
        clause.put("document", citation.document());
        clause.put("title", citation.title());
        clause.put("article", citation.article());
        clause.put("version", citation.version().toString());
        clause.put("verification", citation.verification().name().toLowerCase(Locale.ROOT));
        clause.put("text", new Typography(language, frame.words()).cite(citation));
        return clause;
    }

    private ProblemDetail problem(Invalid invalid, HttpStatus status, Locale language) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(frame.words().say(language, "access.page.invalid"));
        problem.setDetail(frame.words()
                .say(language, "access.page.invalid.count", invalid.faults().size()));
        problem.setProperty(
                "faults",
                invalid.faults().stream().map(fault -> fault(fault, language)).toList());
        return problem;
    }

    private Map<String, Object> fault(Fault fault, Locale language) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("place", fault.place());
        told.put("code", fault.text().key());
        told.put("detail", frame.words().say(language, fault.text()));
        return told;
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, ProblemDetail problem) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private Object answer(
            HttpServletRequest request, HttpServletResponse response, Form form, HttpStatus status, String ownPage)
            throws ServletException, IOException {
        request.setAttribute(Form.ATTRIBUTE, form);
        String formPage = request.getParameter(Form.PAGE_FIELD);
        if (formPage != null
                && formPage.matches("/([^/\\\\].*)?")
                && !request.getMethod().equals("GET")) {
            response.setStatus(status.value());
            request.getRequestDispatcher(formPage).forward(new AsGet(request, formPage), response);
            return null;
        }
        ModelAndView page = new Page(frame, request).view(ownPage, Map.of());
        page.setStatus(status);
        return page;
    }

    private static boolean forApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    private static Map<String, List<String>> typed(HttpServletRequest request) {
        Map<String, List<String>> typed = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.toLowerCase(Locale.ROOT).contains("password") && !name.startsWith("_")) {
                typed.put(name, List.of(values));
            }
        });
        return typed;
    }

    /** The request for the form's page: a GET of its address, without what was sent. */
    private static final class AsGet extends HttpServletRequestWrapper {

        private final Map<String, String[]> parameters = new HashMap<>();

        AsGet(HttpServletRequest request, String address) {
            super(request);
            UriComponentsBuilder.fromUriString(address)
                    .build()
                    .getQueryParams()
                    .forEach((name, values) -> parameters.put(
                            name,
                            values.stream()
                                    .map(value -> value == null ? "" : decoded(value))
                                    .toArray(String[]::new)));
        }

        private static String decoded(String value) {
            try {
                return URLDecoder.decode(value, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return value;
            }
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(parameters);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public String getParameter(String name) {
            return parameters.containsKey(name) ? parameters.get(name)[0] : null;
        }

        @Override
        public String[] getParameterValues(String name) {
            return parameters.get(name);
        }
    }
}
