package org.shengmo.petition.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.petition.Petition;
import org.shengmo.petition.Petitions;
import org.shengmo.petition.Triage;
import org.shengmo.wording.Status;

/**
 * A petition as those who work on it see it.
 *
 * @param speakers who speaks in the conversation, by post
 * @param suggestion what past cases suggest; null where nothing is to be decided
 * @param duplicates others like it; empty where nothing is to be decided
 * @param handlers posts of the body that it can be given to, by identifier
 * @param desk whether the reader works for the petition office
 * @param handles whether the reader handles it
 * @param head whether the reader heads its body
 * @param reviews whether the reader decides its review
 * @param identity whether the reader may ask who sent it
 */
public record DetailView(
        Petition petition,
        Status status,
        String place,
        String body,
        String handler,
        List<String> joint,
        List<Petitions.Message> messages,
        Map<UUID, String> speakers,
        List<Petitions.Answer> answers,
        List<Petitions.Review> reviewed,
        List<Petition> joined,
        Triage.Suggestion suggestion,
        List<Triage.Alike> duplicates,
        Map<String, String> bodies,
        Map<String, String> handlers,
        boolean desk,
        boolean handles,
        boolean head,
        boolean reviews,
        boolean inCharge,
        boolean identity) {

    public DetailView {
        joint = List.copyOf(joint);
        messages = List.copyOf(messages);
        answers = List.copyOf(answers);
        reviewed = List.copyOf(reviewed);
        joined = List.copyOf(joined);
        duplicates = List.copyOf(duplicates);
    }

    /** The state's name. */
    public Petition.State state() {
        return petition.state();
    }

    /** Whether the petition is in one of some states. */
    public boolean in(Petition.State... states) {
        return List.of(states).contains(petition.state());
    }
}
