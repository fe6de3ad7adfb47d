package org.shengmo.docket;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What acts of some kinds owe the public; a bean of each room whose acts it is told of. Which category it belongs to, whether
 * somebody looks at it first and by when is not the room's to say.
 */
public interface Publishable {

    /** What it is in the catalogue of what is public, such as {@code bridge.opening}; said under {@code publishable.<item>}. */
    String item();

    /** The kinds of acts that bring it about. */
    Set<Kind> kinds();

    /** What the public is told of an act; empty where this one is not for it. */
    Optional<News> of(Entry act);

    /**
     * What the public is told, before personal data in it is masked.
     *
     * @param body the body that made it and answers for its being public; null for the government
     * @param href the public page that shows it in full; empty where there is none
     */
    record News(String title, String text, UUID body, String href) {}
}
