package org.shengmo.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.shengmo.access.web.Banner;
import org.shengmo.wording.Text;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Says on every page that it is a demonstration, how far the replay is, and which day it is there. */
@Component
@Profile("demo")
class DemoBanner implements Banner {

    private final Demonstration demonstration;
    private final Clock clock;

    DemoBanner(Demonstration demonstration, Clock clock) {
        this.demonstration = demonstration;
        this.clock = clock;
    }

    @Override
    public Optional<Text> banner() {
        ReplayProgress.State state = demonstration.state();
        return Optional.of(
                switch (state.phase()) {
                    case WAITING -> Text.of("demo.banner.waiting");
                    case RUNNING -> Text.of("demo.banner.running", iso(state.day()), state.percent());
                    case FINISHED -> Text.of("demo.banner.time", iso(LocalDate.now(clock)));
                    case FAILED -> Text.of("demo.banner.failed");
                });
    }

    private static String iso(LocalDate day) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(day);
    }

    @Override
    public String refreshedFrom() {
        return demonstration.ready() ? null : "/banner";
    }

    @Override
    public String href() {
        return "/demo";
    }
}
