package org.shengmo.procurement.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.access.web.Given;
import org.shengmo.procurement.Centre;
import org.shengmo.procurement.Procurement;
import org.shengmo.procurement.Tenders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which body is which centre, and the experts, over the API. */
@RestController
@RequestMapping("/api/v1/procurement")
class CentreApi {

    private final Procurement procurement;
    private final Tenders tenders;
    private final CurrentActor actors;

    CentreApi(Procurement procurement, Tenders tenders, CurrentActor actors) {
        this.procurement = procurement;
        this.tenders = tenders;
        this.actors = actors;
    }

    /** A body that is to be a centre. */
    record Designation(Centre centre, UUID body) {}

    /** An expert; the person where the organization knows them, the credit codes of firms they have to do with. */
    record NewExpert(
            String code,
            String name,
            String specialty,
            String employer,
            Optional<UUID> person,
            List<String> interests) {}

    @GetMapping("/centres")
    Map<Centre, UUID> centres() {
        actors.actor().require(Procurement.MANAGE);
        return procurement.centres();
    }

    @PostMapping("/centres")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void designate(@RequestBody Designation designation) {
        procurement.designate(
                actors.actor(), Given.needed("centre", designation.centre()), Given.needed("body", designation.body()));
    }

    @GetMapping("/experts")
    List<Tenders.Expert> experts() {
        actors.actor().require(Procurement.MANAGE);
        return tenders.experts();
    }

    @PostMapping("/experts")
    @ResponseStatus(HttpStatus.CREATED)
    void listExpert(@RequestBody NewExpert expert) {
        tenders.list(
                actors.actor(),
                new Tenders.Expert(
                        Given.text(expert.code()),
                        Given.text(expert.name()),
                        Given.text(expert.specialty()),
                        Given.text(expert.employer()),
                        expert.person() == null ? null : expert.person().orElse(null),
                        Given.list(expert.interests())));
    }
}
