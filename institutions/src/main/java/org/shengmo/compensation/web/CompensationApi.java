package org.shengmo.compensation.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.compensation.Compensation;
import org.shengmo.compensation.Deviation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Compensation over the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1/compensation")
class CompensationApi {

    private final Compensation compensation;
    private final CurrentActor actors;

    CompensationApi(Compensation compensation, CurrentActor actors) {
        this.compensation = compensation;
        this.actors = actors;
    }

    /** Why a line was paid otherwise. */
    record Explaining(String text) {}

    /** Whether an explanation holds, and why. */
    record Judging(boolean holds, String reasons) {}

    /** What has now been paid, and how it was put right. */
    record Correcting(BigDecimal amountNow, String how) {}

    /** The deviations of a run. */
    @GetMapping("/runs/{run}/deviations")
    List<Deviation> deviations(@PathVariable UUID run) {
        actor().require(Compensation.READ);
        return compensation.of(run);
    }

    /** One deviation. */
    @GetMapping("/deviations/{id}")
    Deviation deviation(@PathVariable UUID id) {
        actor().require(Compensation.READ);
        return compensation.byId(id).orElseThrow(() -> new NoSuchElementException("no deviation " + id));
    }

    /** Explains a deviation. */
    @PostMapping("/deviations/{id}/explain")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void explain(@PathVariable UUID id, @RequestBody Explaining explaining) {
        compensation.explain(actor(), id, explaining.text());
    }

    /** Accepts an explanation, or sends it back. */
    @PostMapping("/deviations/{id}/judge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void judge(@PathVariable UUID id, @RequestBody Judging judging) {
        compensation.judge(actor(), id, judging.holds(), judging.reasons());
    }

    /** Puts right what was paid. */
    @PostMapping("/deviations/{id}/correct")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correct(@PathVariable UUID id, @RequestBody Correcting correcting) {
        compensation.correct(actor(), id, correcting.amountNow(), correcting.how());
    }

    /** Results by village of the latest run, without identities: anyone may read them. */
    @GetMapping("/results")
    List<Compensation.Village> results() {
        return compensation.measured().stream()
                .findFirst()
                .map(compensation::villages)
                .orElse(List.of());
    }

    private Actor actor() {
        return actors.actor();
    }
}
