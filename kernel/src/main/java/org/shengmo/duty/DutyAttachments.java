package org.shengmo.duty;

import org.shengmo.access.Actor;
import org.shengmo.access.AttachmentGate;
import org.shengmo.access.Posts;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Organization;
import org.springframework.stereotype.Component;

/** The evidence of a duty opens for who owes it and for who may accept it. */
@Component
class DutyAttachments implements AttachmentGate {

    private final Duties duties;
    private final Organization organization;
    private final Posts posts;

    DutyAttachments(Duties duties, Organization organization, Posts posts) {
        this.duties = duties;
        this.organization = organization;
        this.posts = posts;
    }

    @Override
    public boolean opens(Actor by, Subject subject) {
        return subject.type().equals("duty")
                && duties.byId(subject.id())
                        .map(duty -> opens(by, duty.details()))
                        .orElse(false);
    }

    private boolean opens(Actor by, DutyDetails duty) {
        return duty.ownerPost().equals(by.post())
                || (by.may(Duties.ACCEPT)
                        && posts.reaches(by, organization.post(duty.ownerPost()).body()));
    }
}
