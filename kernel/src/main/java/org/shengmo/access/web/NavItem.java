package org.shengmo.access.web;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;

/**
 * An entry of the navigation; every room contributes its own as a bean.
 *
 * @param key key of its words
 * @param href its page
 * @param order place in the navigation, lowest first
 * @param visible for whom it shows
 * @param waiting how many things there wait for the reader; 0 shows no number
 */
public record NavItem(String key, String href, int order, Predicate<Actor> visible, ToIntFunction<Actor> waiting) {

    /** Shown to anyone. */
    public static NavItem open(String key, String href, int order) {
        return new NavItem(key, href, order, actor -> true, actor -> 0);
    }

    /** Shown to those who are signed in. */
    public static NavItem signedIn(String key, String href, int order) {
        return new NavItem(key, href, order, actor -> actor.person() != null, actor -> 0);
    }

    /** Shown to posts that have a permission. */
    public static NavItem permitted(String key, String href, int order, Permission permission) {
        return new NavItem(key, href, order, actor -> actor.may(permission), actor -> 0);
    }

    /** The same entry with a number of things that wait. The function is called for every page: one indexed query. */
    public NavItem counting(ToIntFunction<Actor> count) {
        return new NavItem(key, href, order, visible, count);
    }
}
