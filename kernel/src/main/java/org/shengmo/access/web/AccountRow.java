package org.shengmo.access.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Account;
import org.shengmo.access.Names;
import org.shengmo.wording.Status;
import org.shengmo.workbook.Listing;

/**
 * An account as a list and the API show it.
 *
 * @param name the person's name
 * @param state {@code open}, {@code locked}, {@code first} (a new password is due) or {@code closed}
 */
public record AccountRow(UUID person, String name, String login, String state) {

    static final Listing<AccountRow> LISTING = Listing.<AccountRow>titled("access.accounts")
            .text("access.accounts.name", AccountRow::name)
            .linked(row -> "/accounts/" + row.person())
            .text("access.accounts.login", AccountRow::login)
            .choice("access.accounts.state", AccountRow::status)
            .sorted("login");

    static List<AccountRow> of(List<Account> accounts, Names names, Instant now) {
        Map<UUID, String> known =
                names.names(accounts.stream().map(Account::person).toList());
        return accounts.stream()
                .map(account -> new AccountRow(
                        account.person(),
                        known.getOrDefault(account.person(), ""),
                        account.login(),
                        state(account, now)))
                .toList();
    }

    private static String state(Account account, Instant now) {
        if (account.closed()) {
            return "closed";
        }
        if (account.lockedUntil() != null && now.isBefore(account.lockedUntil())) {
            return "locked";
        }
        return account.mustChange() ? "first" : "open";
    }

    /** How it stands, in words. */
    public Status status() {
        return Status.plain("access.accounts.state." + state);
    }
}
