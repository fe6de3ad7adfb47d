package org.shengmo.petition.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.access.web.Page;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Channel;
import org.shengmo.petition.Petitions;
import org.shengmo.petition.Receipt;
import org.shengmo.petition.Throttle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Bringing something forward, one question a page, without an account, without a script, without a session. */
@Controller
class IntakePages {

    private static final int TOKEN_BYTES = 18;

    private final Petitions petitions;
    private final Organization organization;
    private final Throttle throttle;
    private final SecureRandom random = new SecureRandom();

    IntakePages(Petitions petitions, Organization organization, Throttle throttle) {
        this.petitions = petitions;
        this.organization = organization;
        this.throttle = throttle;
    }

    @GetMapping("/petition/new")
    ModelAndView begin(Page page) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return step(page, "what", new Draft(Map.of("token", HexFormat.of().formatHex(token))));
    }

    /** A page of the form: what was filled in comes back with a form that had faults, or with a change. */
    @GetMapping("/petition/new/{step}")
    ModelAndView again(Page page, @PathVariable String step) {
        Map<String, String> typed = new LinkedHashMap<>();
        Draft.FIELDS.forEach(field -> {
            if (!page.typed(field).isBlank()) {
                typed.put(field, page.typed(field));
            }
        });
        return typed.containsKey("token") ? step(page, known(step), new Draft(typed)) : begin(page);
    }

    @PostMapping("/petition/new/{step}")
    ModelAndView next(Page page, HttpServletRequest request, @PathVariable String step) {
        Draft draft = Draft.of(request);
        draft.check(known(step));
        return step(page, Draft.after(step), draft);
    }

    @PostMapping("/petition/new/{step}/change")
    ModelAndView change(Page page, HttpServletRequest request, @PathVariable String step) {
        return step(page, known(step), Draft.of(request));
    }

    @PostMapping("/petition/new/send")
    ModelAndView send(
            Page page, HttpServletRequest request, @RequestParam(required = false) List<MultipartFile> files) {
        throttle.sending(request.getRemoteAddr());
        Draft draft = Draft.of(request);
        Receipt receipt = petitions.submit(draft.petition(Channel.WEB, Files.of(files)));
        return page.view("petition/receipt", Map.of("receipt", receipt));
    }

    private ModelAndView step(Page page, String step, Draft draft) {
        Directory directory = organization.directory();
        return page.view(
                "petition/step",
                Map.of(
                        "step", step,
                        "draft", draft,
                        "places", Places.of(directory, page.today()),
                        "bodies", Places.bodies(directory, page.today()),
                        "place", Places.name(directory, draft.id("place")),
                        "accusedBody", Places.name(directory, draft.id("accusedBody"))));
    }

    private static String known(String step) {
        if (!Draft.STEPS.contains(step)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return step;
    }
}
