package org.shengmo.notice;

import java.util.UUID;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Text;

/**
 * A notice to be given.
 *
 * @param to the {@code post} or {@code person} told
 * @param text what they are told
 * @param href the page that it leads to, from the root
 * @param about what it is about
 */
public record NewNotice(Subject to, Text text, String href, Subject about) {

    public NewNotice {
        if (!to.type().equals("post") && !to.type().equals("person")) {
            throw new IllegalArgumentException("a notice goes to a post or a person, not to a " + to.type());
        }
    }

    /** A notice to whoever holds a post. */
    public static NewNotice toPost(UUID post, Text text, String href, Subject about) {
        return new NewNotice(Subject.post(post), text, href, about);
    }

    /** A notice to a person. */
    public static NewNotice toPerson(UUID person, Text text, String href, Subject about) {
        return new NewNotice(Subject.person(person), text, href, about);
    }
}
