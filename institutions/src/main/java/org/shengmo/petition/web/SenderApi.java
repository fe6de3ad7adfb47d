package org.shengmo.petition.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.shengmo.access.web.Given;
import org.shengmo.petition.Sender;
import org.shengmo.petition.Throttle;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What a receipt code lets its holder do, over the API and without an account; the code travels in the body. */
@RestController
@RequestMapping("/api/v1/petitions/follow")
class SenderApi {

    private final Sender sender;
    private final Throttle throttle;

    SenderApi(Sender sender, Throttle throttle) {
        this.sender = sender;
        this.throttle = throttle;
    }

    /** A receipt code and reasons. */
    record Reasoned(String code, String reasons) {}

    /** A receipt code and a word on an action. */
    record Confirmed(String code, boolean confirmed, String remark) {}

    /** A receipt code. */
    record Held(String code) {}

    @PostMapping("/reopen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(@RequestBody Reasoned asked, HttpServletRequest request) {
        sender.reopen(opened(asked.code(), request), Given.text(asked.reasons()));
    }

    @PostMapping("/review")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askReview(@RequestBody Reasoned asked, HttpServletRequest request) {
        sender.askReview(opened(asked.code(), request), Given.text(asked.reasons()));
    }

    @PostMapping("/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@RequestBody Held held, HttpServletRequest request) {
        sender.withdraw(opened(held.code(), request));
    }

    @PostMapping("/confirmations/{action}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable UUID action, @RequestBody Confirmed said, HttpServletRequest request) {
        sender.confirm(opened(said.code(), request), action, said.confirmed(), Given.text(said.remark()));
    }

    /** A code that opens something; each wrong one counts against the address and the code. */
    private String opened(String code, HttpServletRequest request) {
        String given = Given.text(code);
        if (throttle.opening(request.getRemoteAddr(), given, sender::follow).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return given;
    }
}
