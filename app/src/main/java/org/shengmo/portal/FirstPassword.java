package org.shengmo.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.shengmo.access.Account;
import org.shengmo.access.Accounts;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Whose password was given by somebody else does nothing but change it: at the pages and at the API, with every request. */
@Component
class FirstPassword implements HandlerInterceptor {

    private static final Set<String> OPEN =
            Set.of("/account", "/account/password", "/api/v1/account/password", "/language", "/error", "/banner");

    private final Accounts accounts;
    private final SessionActor session;

    FirstPassword(Accounts accounts, SessionActor session) {
        this.accounts = accounts;
        this.session = session;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod) || OPEN.contains(request.getRequestURI()) || !due()) {
            return true;
        }
        if (request.getRequestURI().startsWith("/api/")) {
            throw Refusal.of("access.password.first").at("/account").refused();
        }
        response.sendRedirect("/account?first");
        return false;
    }

    private boolean due() {
        return session.person()
                .flatMap(person -> accounts.of(person.person()))
                .map(Account::mustChange)
                .orElse(false);
    }
}
