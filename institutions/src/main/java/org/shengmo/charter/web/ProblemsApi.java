package org.shengmo.charter.web;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.charter.Problem;
import org.shengmo.charter.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Problems from public evaluation over the API. */
@RestController
@RequestMapping("/api/v1/charter/problems")
class ProblemsApi {

    private final Problems problems;

    ProblemsApi(Problems problems) {
        this.problems = problems;
    }

    /** What is demanded. */
    record Demand(String text) {
        Demand {
            text = text == null ? "" : text;
        }
    }

    /** What was done. */
    record Account(String text, List<UUID> attachments) {
        Account {
            text = text == null ? "" : text;
            attachments = attachments == null ? List.of() : List.copyOf(attachments);
        }
    }

    @GetMapping
    List<Problem> problems(Actor actor, @RequestParam int year) {
        return problems.of(year).stream()
                .filter(problem -> problems.mayRead(actor, problem))
                .toList();
    }

    @GetMapping("/{id}")
    Problem problem(Actor actor, @PathVariable UUID id) {
        return problems.byId(id)
                .filter(problem -> problems.mayRead(actor, problem))
                .orElseThrow(() -> new NoSuchElementException("no problem " + id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Problem raise(Actor actor, @RequestBody Problem.New problem) {
        return problems.raise(actor, problem);
    }

    @PostMapping("/{id}/chase")
    Problem chase(Actor actor, @PathVariable UUID id, @RequestBody Demand demand) {
        return problems.chase(actor, id, demand.text());
    }

    @PostMapping("/{id}/solve")
    Problem solve(Actor actor, @PathVariable UUID id, @RequestBody Account account) {
        return problems.solve(actor, id, account.text(), account.attachments());
    }
}
