package org.shengmo.petition;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.shengmo.petition.Petition.State;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;

/** What can be done with a petition, in which states, under which article. */
enum Move {
    PASS_ON("22", State.RECEIVED),
    JOIN("22", State.RECEIVED, State.PASSED_ON, State.OBJECTED, State.IN_HAND),
    SEAL("30", State.RECEIVED, State.PASSED_ON, State.OBJECTED, State.IN_HAND),
    OBJECT("23", State.PASSED_ON),
    DECIDE_OBJECTION("23", State.OBJECTED),
    ACCEPT("23", State.PASSED_ON),
    REDIRECT("31", State.RECEIVED, State.PASSED_ON, State.IN_HAND),
    ASSIGN("28", State.PASSED_ON, State.IN_HAND, State.SUSPENDED),
    JOINT("22", State.PASSED_ON, State.IN_HAND),
    EXTEND("34", State.IN_HAND),
    SUSPEND("36", State.IN_HAND, State.UNDER_REVIEW),
    RESUME("36", State.SUSPENDED),
    REPLY("31", State.IN_HAND),
    SUPERVISE("22", State.RECEIVED, State.PASSED_ON, State.IN_HAND, State.SUSPENDED, State.UNDER_REVIEW),
    RATE("28", State.ANSWERED),
    REOPEN("28", State.ANSWERED),
    ASK_REVIEW("35", State.ANSWERED),
    DECIDE_REVIEW("35", State.UNDER_REVIEW),
    WITHDRAW(
            "28",
            State.RECEIVED,
            State.PASSED_ON,
            State.OBJECTED,
            State.IN_HAND,
            State.SUSPENDED,
            State.ANSWERED,
            State.UNDER_REVIEW),
    WRITE(
            "28",
            State.RECEIVED,
            State.PASSED_ON,
            State.OBJECTED,
            State.IN_HAND,
            State.SUSPENDED,
            State.ANSWERED,
            State.UNDER_REVIEW);

    static final String REGULATION = "letters-and-visits-regulation";

    private final String article;

    @SuppressWarnings("ImmutableEnumChecker") // never changed after it is made
    private final Set<State> states;

    Move(String article, State first, State... others) {
        this.article = article;
        this.states = EnumSet.of(first, others);
    }

    String article() {
        return article;
    }

    boolean openIn(State state) {
        return states.contains(state);
    }

    /** The refusal of this move in a state, under its article. */
    Refusal refusal(Petition petition, Citation clause) {
        String code = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return Refusal.of(
                        "petition.move.refused",
                        Text.of("petition.move." + code),
                        Text.of("petition.state." + petition.state()))
                .under(java.util.List.of(clause))
                .on(Map.of(
                        "petition",
                        petition.details().handle(),
                        "state",
                        petition.state().name()));
    }
}
