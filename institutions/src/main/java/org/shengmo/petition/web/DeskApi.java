package org.shengmo.petition.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.access.web.Given;
import org.shengmo.petition.Channel;
import org.shengmo.petition.PetitionImport;
import org.shengmo.petition.Petitions;
import org.shengmo.petition.Receipt;
import org.shengmo.petition.Reminders;
import org.shengmo.wording.Invalid;
import org.shengmo.workbook.Workbooks;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The petition office's own work over the API: entering, importing, reminders, the calendar feed. */
@RestController
@RequestMapping("/api/v1/petitions/desk")
class DeskApi {

    private final Petitions petitions;
    private final Reminders reminders;
    private final CurrentActor actors;

    DeskApi(Petitions petitions, Reminders reminders, CurrentActor actors) {
        this.petitions = petitions;
        this.reminders = reminders;
        this.actors = actors;
    }

    /** What was heard, and how it came: {@code PHONE}, {@code VISIT} or {@code OUTREACH}. */
    record Heard(Channel channel, PetitionApi.Sent petition) {}

    /** How many were taken. */
    record Imported(int petitions) {}

    /** The secret in the feed's address, {@code /petitions/calendar/<secret>.ics}. */
    record Feed(String secret) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Receipt enter(@RequestBody Heard heard) {
        Channel channel = Given.needed("channel", heard.channel());
        if (channel == Channel.WEB) {
            throw Invalid.at("channel", "petition.fault.choose");
        }
        return petitions.enter(
                actors.actor(), Given.needed("petition", heard.petition()).petition(channel));
    }

    /** The body is the workbook. */
    @PostMapping(path = "/import", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    Imported importAll(@RequestBody byte[] workbook) throws IOException {
        return new Imported(petitions.importAll(
                actors.actor(), Workbooks.read(new ByteArrayInputStream(workbook), PetitionImport.LAYOUT)));
    }

    @GetMapping("/reminders")
    Map<String, List<Integer>> reminders() {
        return reminders.chosen(actors.actor());
    }

    /** Days before a deadline; none goes back to the rule. */
    @PutMapping("/reminders/{step}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(@PathVariable String step, @RequestBody List<Integer> days) {
        if (!Reminders.STEPS.contains(step)) {
            throw Invalid.at("step", "petition.fault.choose");
        }
        reminders.choose(actors.actor(), step, days);
    }

    @PostMapping("/feed")
    @ResponseStatus(HttpStatus.CREATED)
    Feed feed() {
        return new Feed(reminders.openFeed(actors.actor()));
    }
}
