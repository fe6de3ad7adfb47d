package org.shengmo.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.shengmo.access.Accounts;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Where a sign-in leads: to the page asked for, back to the form with what was wrong, or to a new password that is due. */
@Component
class SignInDoor extends SavedRequestAwareAuthenticationSuccessHandler
        implements AuthenticationFailureHandler, AccessDeniedHandler {

    private final Accounts accounts;

    SignInDoor(Accounts accounts) {
        this.accounts = accounts;
        setDefaultTargetUrl("/duties");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws jakarta.servlet.ServletException, IOException {
        SignedIn person = (SignedIn) authentication.getPrincipal();
        if (accounts.of(person.person()).orElseThrow().mustChange()) {
            response.sendRedirect("/account?first");
        } else {
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean locked = failure instanceof LockedException;
        response.sendRedirect(
                locked
                        ? "/sign-in?locked"
                        : failure.getMessage().matches("[0-9]+")
                                ? "/sign-in?wrong=" + failure.getMessage()
                                : "/sign-in?wrong");
    }

    /** A form whose token is missing or of a session that ended: said as what it is, not as a missing permission. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
