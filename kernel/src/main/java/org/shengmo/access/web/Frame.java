package org.shengmo.access.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.shengmo.access.Names;
import org.shengmo.access.RecordDoor;
import org.shengmo.wording.Words;

/**
 * What all pages share.
 *
 * @param words says texts
 * @param clock the district's clock
 * @param navigation entries in their order
 * @param banners what every page says at its top
 * @param actors says who is asking
 * @param assets addresses of static files
 * @param names what people, posts and bodies are called
 * @param district the district's name, shown beside the product's; empty for none
 * @param record says whom an entry's content is for
 */
public record Frame(
        Words words,
        Clock clock,
        List<NavItem> navigation,
        List<Banner> banners,
        CurrentActor actors,
        Assets assets,
        Names names,
        String district,
        RecordDoor record) {

    public Frame {
        navigation = navigation.stream()
                .sorted(Comparator.comparingInt(NavItem::order))
                .toList();
        banners = List.copyOf(banners);
    }
}
