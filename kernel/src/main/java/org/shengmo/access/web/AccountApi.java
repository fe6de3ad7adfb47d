package org.shengmo.access.web;

import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Names;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts by the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountApi {

    private final Accounts accounts;
    private final Names names;
    private final Clock clock;

    AccountApi(Accounts accounts, Names names, Clock clock) {
        this.accounts = accounts;
        this.names = names;
        this.clock = clock;
    }

    /** A login and its first password. */
    record Opening(String login, String password) {}

    /** A password that its owner must change. */
    record Reset(String newPassword) {}

    @GetMapping
    List<AccountRow> accounts(Actor by) {
        return AccountRow.of(accounts.readableBy(by), names, clock.instant());
    }

    @GetMapping("/{id}")
    AccountRow account(Actor by, @PathVariable UUID id) {
        return accounts(by).stream()
                .filter(row -> row.person().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no account of " + id));
    }

    @PostMapping("/{id}/open")
    AccountRow open(Actor by, @PathVariable UUID id, @RequestBody Opening opening) {
        if (names.names(List.of(id)).isEmpty()) {
            throw new NoSuchElementException("no person " + id);
        }
        accounts.create(by, id, opening.login(), opening.password());
        return account(by, id);
    }

    @PostMapping("/{id}/reset")
    AccountRow reset(Actor by, @PathVariable UUID id, @RequestBody Reset reset) {
        accounts.reset(by, id, reset.newPassword());
        return account(by, id);
    }

    @PostMapping("/{id}/lock")
    AccountRow lock(Actor by, @PathVariable UUID id) {
        accounts.lock(by, id);
        return account(by, id);
    }

    @PostMapping("/{id}/unlock")
    AccountRow unlock(Actor by, @PathVariable UUID id) {
        accounts.unlock(by, id);
        return account(by, id);
    }

    @PostMapping("/{id}/close")
    AccountRow close(Actor by, @PathVariable UUID id) {
        accounts.close(by, id);
        return account(by, id);
    }
}
