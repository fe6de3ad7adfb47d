package org.shengmo.charter;

import java.util.List;

/**
 * A leading body that the list binds: it files its quarterly report through its principal, and each member files their own.
 *
 * @param body the body
 * @param principal the post of its principal
 * @param members the posts of the other members
 */
public record LeadingBody(Named body, Named principal, List<Named> members) {

    public LeadingBody {
        members = List.copyOf(members);
    }
}
