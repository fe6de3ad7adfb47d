package org.shengmo.portal;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/**
 * A person who is signed in.
 *
 * @param person who
 * @param login the name they signed in with
 */
public record SignedIn(UUID person, String login) implements Principal, Serializable {

    @Override
    public String getName() {
        return login;
    }
}
