package org.shengmo.pledge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;

/** What is wrong with an announcement, all at once. */
final class Announcement {

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();

    private Announcement() {}

    /** @throws Invalid with every fault */
    static void check(NewProgramme programme) {
        Announcement check = new Announcement();
        check.filled(programme.code(), programme.code(), programme.name());
        if (programme.promises().isEmpty()) {
            check.fault(programme.code(), "pledge.fault.no-promises");
        }
        programme.promises().forEach(promise -> check.promise(programme.year(), promise));
        if (!check.faults.isEmpty()) {
            throw new Invalid(check.faults);
        }
    }

    private void promise(int year, NewProgramme.NewPromise promise) {
        filled(promise.code(), promise.code(), promise.title(), promise.text());
        if (!codes.add(promise.code())) {
            fault(promise.code(), "pledge.fault.code-twice", promise.code());
        }
        if (promise.planned().compareTo(BigDecimal.ZERO) < 0) {
            fault(promise.code(), "pledge.fault.money");
        }
        if (promise.milestones().isEmpty()) {
            fault(promise.code(), "pledge.fault.no-milestones");
        }
        LocalDate before = LocalDate.of(year, 1, 1);
        for (NewProgramme.NewMilestone milestone : promise.milestones()) {
            filled(promise.code(), milestone.title());
            if (milestone.due().isBefore(before) || milestone.due().getYear() != year) {
                fault(promise.code(), "pledge.fault.order", milestone.title());
            }
            before = milestone.due();
        }
    }

    private void filled(String place, String... texts) {
        for (String text : texts) {
            if (text.isBlank()) {
                fault(place, "pledge.fault.blank");
                return;
            }
        }
    }

    private void fault(String place, String key, Object... arguments) {
        faults.add(new Fault(place, Text.of(key, arguments)));
    }
}
