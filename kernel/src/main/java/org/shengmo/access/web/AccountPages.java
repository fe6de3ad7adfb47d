package org.shengmo.access.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.shengmo.access.Account;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Names;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The accounts of those whom a post looks after, and what it does with them. */
@Controller
class AccountPages {

    private final Accounts accounts;
    private final Names names;
    private final Clock clock;

    AccountPages(Accounts accounts, Names names, Clock clock) {
        this.accounts = accounts;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/accounts")
    ModelAndView accounts(Page page, Actor by) {
        return page.list(
                "access/accounts", AccountRow.LISTING, AccountRow.of(accounts.readableBy(by), names, clock.instant()));
    }

    @GetMapping("/accounts/{person}")
    ModelAndView account(Page page, Actor by, @PathVariable UUID person) {
        by.require(Accounts.MANAGE);
        String name = names.names(List.of(person)).get(person);
        if (name == null) {
            throw new NoSuchElementException("no person " + person);
        }
        List<Account> own = accounts.readableBy(by).stream()
                .filter(account -> account.person().equals(person))
                .toList();
        if (own.isEmpty() && accounts.of(person).isPresent()) {
            throw new NoSuchElementException("no account of " + person);
        }
        return page.view(
                "access/account",
                Map.of("person", person, "name", name, "rows", AccountRow.of(own, names, clock.instant())));
    }

    @PostMapping("/accounts/{person}/open")
    ModelAndView open(
            Page page, Actor by, @PathVariable UUID person, @RequestParam String login, @RequestParam String password) {
        accounts.create(by, person, login, password);
        return done(page, person, "access.accounts.done.open");
    }

    @PostMapping("/accounts/{person}/reset")
    ModelAndView reset(Page page, Actor by, @PathVariable UUID person, @RequestParam String newPassword) {
        accounts.reset(by, person, newPassword);
        return done(page, person, "access.accounts.done.reset");
    }

    @PostMapping("/accounts/{person}/lock")
    ModelAndView lock(Page page, Actor by, @PathVariable UUID person) {
        accounts.lock(by, person);
        return done(page, person, "access.accounts.done.lock");
    }

    @PostMapping("/accounts/{person}/unlock")
    ModelAndView unlock(Page page, Actor by, @PathVariable UUID person) {
        accounts.unlock(by, person);
        return done(page, person, "access.accounts.done.unlock");
    }

    @PostMapping("/accounts/{person}/close")
    ModelAndView close(Page page, Actor by, @PathVariable UUID person) {
        accounts.close(by, person);
        return done(page, person, "access.accounts.done.close");
    }

    private static ModelAndView done(Page page, UUID person, String key) {
        return page.done("/accounts/" + person, Text.of(key));
    }
}
