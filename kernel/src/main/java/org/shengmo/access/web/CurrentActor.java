package org.shengmo.access.web;

import org.shengmo.access.Actor;

/** Says who sends the request that is being answered. */
public interface CurrentActor {

    /** The person in the post they act in; {@link Actor#PUBLIC} when nobody is signed in. */
    Actor actor();
}
