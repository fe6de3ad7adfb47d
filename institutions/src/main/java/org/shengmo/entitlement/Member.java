package org.shengmo.entitlement;

import java.util.UUID;

/**
 * Somebody in a household.
 *
 * @param person as the roster calls them
 * @param name masked unless it was read with a purpose; likewise the identity number and the account
 * @param found whether a finding is about them
 * @param removed whether they left the roster
 */
public record Member(
        UUID id,
        String person,
        String relation,
        String name,
        String idNumber,
        String account,
        boolean found,
        boolean removed) {

    /** The same person with nothing that identifies them. */
    Member masked() {
        return new Member(
                id, person, relation, Mask.name(name), Mask.idNumber(idNumber), Mask.account(account), found, removed);
    }
}
