package org.shengmo.petition.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shengmo.access.web.Page;
import org.shengmo.petition.Petition;
import org.shengmo.petition.Topic;

/** What can be chosen, as templates need it. */
public final class Choices {

    private Choices() {}

    /** Topics by code. */
    public static Map<String, String> topics(Page page) {
        Map<String, String> topics = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            topics.put(topic.code(), page.say(topic.key()));
        }
        return topics;
    }

    /** What an answer can come to. */
    public static Map<String, String> outcomes(Page page) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (Petition.Outcome outcome : Petition.Outcome.values()) {
            outcomes.put(outcome.name(), page.say("petition.outcome." + outcome));
        }
        return outcomes;
    }
}
