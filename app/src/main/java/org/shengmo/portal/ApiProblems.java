package org.shengmo.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shengmo.access.Accounts;
import org.shengmo.wording.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.ObjectMapper;

/** Turns a program away from the API in {@code application/problem+json}. */
@Component
class ApiProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Words words;
    private final LocaleResolver languages;
    private final ObjectMapper json;

    ApiProblems(Words words, LocaleResolver languages, ObjectMapper json) {
        this.words = words;
        this.languages = languages;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (!"XMLHttpRequest".equals(request.getHeader("X-Requested-With"))) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Shengmo\", charset=\"UTF-8\"");
        }
        boolean locked = why instanceof LockedException;
        write(request, response, HttpStatus.UNAUTHORIZED, locked ? "portal.api.locked" : "portal.api.unauthenticated");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        write(request, response, HttpStatus.FORBIDDEN, "portal.api.token");
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("code", key);
        problem.put("detail", words.say(languages.resolveLocale(request), key, Accounts.LOCK_MINUTES));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(json.writeValueAsString(problem));
    }
}
