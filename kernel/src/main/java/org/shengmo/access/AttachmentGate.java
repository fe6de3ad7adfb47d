package org.shengmo.access;

import org.shengmo.docket.Subject;

/**
 * Says who may read what is attached to a subject; a bean of each room that attaches files. An attachment opens for who
 * put it in, and for whom any gate opens any subject it is attached to.
 */
public interface AttachmentGate {

    /** Whether this gate opens what is attached to a subject for somebody; false for a subject it doesn't know. */
    boolean opens(Actor by, Subject subject);
}
