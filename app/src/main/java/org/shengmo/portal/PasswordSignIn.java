package org.shengmo.portal;

import java.util.List;
import org.shengmo.access.Accounts;
import org.shengmo.access.SignIn;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Signs people in with the passwords of their accounts. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Accounts accounts;

    PasswordSignIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String password =
                asked.getCredentials() == null ? "" : asked.getCredentials().toString();
        return switch (accounts.signIn(asked.getName(), password)) {
            case SignIn.Done done ->
                new UsernamePasswordAuthenticationToken(
                        new SignedIn(done.account().person(), done.account().login()), null, List.of());
            case SignIn.Wrong wrong -> throw new BadCredentialsException(Integer.toString(wrong.attemptsLeft()));
            case SignIn.Locked locked ->
                throw new LockedException(locked.until().toString());
        };
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
