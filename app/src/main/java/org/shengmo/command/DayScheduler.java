package org.shengmo.command;

import org.shengmo.demo.Demonstration;
import org.shengmo.portal.Days;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute whether a new day began, and right after the start for days that were missed. */
@Component
class DayScheduler {

    private static final Logger LOG = LoggerFactory.getLogger(DayScheduler.class);

    private final Days days;
    private final ObjectProvider<Demonstration> demonstration;

    DayScheduler(Days days, ObjectProvider<Demonstration> demonstration) {
        this.days = days;
        this.demonstration = demonstration;
    }

    /** A day that breaks off is tried again a minute later; the rooms' rounds do nothing twice. */
    @Scheduled(fixedDelay = 60_000)
    void look() {
        Demonstration running = demonstration.getIfAvailable();
        if (running != null && !running.ready()) {
            return;
        }
        try {
            days.catchUp();
        } catch (RuntimeException failure) {
            LOG.error("a day's rounds broke off and will be run again", failure);
        }
    }
}
