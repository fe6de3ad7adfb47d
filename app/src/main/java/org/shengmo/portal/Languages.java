package org.shengmo.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.shengmo.wording.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/** The reader's language: the one just asked for by {@code ?lang=}, the one chosen before, or the one the browser prefers. */
@Component("localeResolver")
class Languages implements LocaleResolver, HandlerInterceptor {

    static final String COOKIE = "shengmo-language";
    static final String PARAMETER = "lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String asked = request.getParameter(PARAMETER);
        if (asked != null && !asked.isBlank()) {
            return Words.nearest(Locale.forLanguageTag(asked.replace('_', '-')));
        }
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE)) {
                    return Words.nearest(Locale.forLanguageTag(cookie.getValue()));
                }
            }
        }
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Words.LANGUAGES.getFirst() : preferred(request);
    }

    /** The first preferred language that we speak; Chinese when we speak none of them. */
    private static Locale preferred(HttpServletRequest request) {
        var locales = request.getLocales();
        while (locales.hasMoreElements()) {
            String language = locales.nextElement().getLanguage();
            if (Words.LANGUAGES.stream().anyMatch(ours -> ours.getLanguage().equals(language))) {
                return Words.nearest(Locale.of(language));
            }
        }
        return Words.LANGUAGES.getFirst();
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale language) {
        throw new UnsupportedOperationException("the language is chosen by ?" + PARAMETER + "=");
    }

    /** Remembers the language asked for. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String[] asked = request.getParameterValues(PARAMETER);
        if (asked != null && Arrays.stream(asked).anyMatch(each -> !each.isBlank())) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, resolveLocale(request).toLanguageTag())
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .sameSite("Lax")
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .build()
                            .toString());
        }
        return true;
    }
}
