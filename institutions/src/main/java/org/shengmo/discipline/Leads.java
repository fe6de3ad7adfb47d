package org.shengmo.discipline;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;

/**
 * Leads from every source. A lead is there for its handlers, the line above them and who keeps the register, and for
 * nobody it is about: for all others it does not exist. Each opening is logged.
 */
public interface Leads {

    /** Leave to keep the register: to take leads in and number them. */
    Permission KEEP = Permission.of("discipline.keep");

    /** The line: leave to put leads and cases into hands, to approve, to file cases. */
    Permission LEAD = Permission.of("discipline.lead");

    /** The line for what is about the discipline bodies' own people. */
    Permission ABOVE = Permission.of("discipline.above");

    /** Leave to be put in charge of a lead or case, or to try one. */
    Permission HANDLE = Permission.of("discipline.handle");

    /** The secrecy compartment that entries are confined to. */
    String COMPARTMENT = "discipline";

    /** The decision table of periods. */
    String TERMS_TABLE = "discipline-terms";

    /**
     * Takes a lead in. Entry {@code discipline.lead-registered}.
     *
     * @throws org.shengmo.wording.Invalid when it says nothing or is of a day to come
     * @throws org.shengmo.wording.Refused without the permission; when its source became a lead before
     */
    UUID register(Actor by, NewLead lead);

    /**
     * Takes over a complaint that petition keeps sealed; its sender goes apart.
     *
     * @throws org.shengmo.wording.Refused for whom the complaint is not
     */
    UUID takeOver(Actor by, UUID accusation);

    /**
     * Puts it into hands. Entry {@code discipline.assigned}.
     *
     * @param supervisor the leader in charge
     * @param handlers two or more
     * @throws org.shengmo.wording.Refused for anyone but the line, and where one of them may not or has to withdraw
     */
    void assign(Actor by, UUID lead, UUID supervisor, List<UUID> handlers);

    /**
     * One of them withdraws, or the line takes them off. Entry {@code discipline.recused}.
     *
     * @param replacement who takes their place
     */
    void recuse(Actor by, UUID lead, UUID person, UUID replacement, String reasons);

    /**
     * A handler proposes a way, with an account of what was looked at. Entry {@code discipline.proposed}.
     *
     * @throws org.shengmo.wording.Refused for anyone but a handler, and for a way that does not follow where it stands
     */
    void propose(Actor by, UUID lead, Way way, String account);

    /** The other handler signs. Entry {@code discipline.countersigned}. */
    void countersign(Actor by, UUID lead);

    /**
     * The leader in charge or the line approves; to file a case is {@link Cases#file}. Entry {@code discipline.disposed}.
     *
     * @throws org.shengmo.wording.Refused before it is countersigned, and for who proposed or signed
     */
    void approve(Actor by, UUID lead);

    /** The leader in charge or the line sends the proposal back. Entry {@code discipline.sent-back}. */
    void sendBack(Actor by, UUID lead, String reasons);

    /** What was put aside is taken up again: a way is proposed anew. Entry {@code discipline.taken-up}. */
    void takeUp(Actor by, UUID lead);

    /** The leads that are there for the reader, open ones by date first. */
    List<Lead> readableBy(Actor reader);

    /** One, where it is there for the reader; the opening is logged. */
    Optional<Lead> open(Actor reader, UUID id);

    /** Whether it is there for the reader, without opening it. */
    boolean exists(Actor reader, UUID id);
}
