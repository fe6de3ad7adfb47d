package org.shengmo.access.web;

import java.time.Clock;
import java.util.Map;
import org.shengmo.access.Names;
import org.shengmo.access.RecordDoor;
import org.shengmo.wording.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gathers the frame from what the rooms contribute. */
@Configuration(proxyBeanMethods = false)
class FrameBeans {

    @Bean
    Frame frame(
            Words words,
            Clock clock,
            ObjectProvider<NavItem> navigation,
            ObjectProvider<Banner> banners,
            CurrentActor actors,
            Assets assets,
            ObjectProvider<Names> names,
            @Value("${shengmo.name:}") String district,
            RecordDoor record) {
        return new Frame(
                words,
                clock,
                navigation.orderedStream().toList(),
                banners.orderedStream().toList(),
                actors,
                assets,
                names.getIfAvailable(() -> identifiers -> Map.of()),
                district,
                record);
    }
}
