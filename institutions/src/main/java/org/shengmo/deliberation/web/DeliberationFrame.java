package org.shengmo.deliberation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.shengmo.access.Actor;
import org.shengmo.access.Searchable;
import org.shengmo.access.web.NavItem;
import org.shengmo.deliberation.Matter;
import org.shengmo.deliberation.Matters;
import org.shengmo.deliberation.Meeting;
import org.shengmo.deliberation.Meetings;
import org.shengmo.duty.Waiting;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where collective decisions stand in the navigation, in what waits, and in the search. */
@Configuration(proxyBeanMethods = false)
class DeliberationFrame {

    private static final int MATTERS_ORDER = 40;
    private static final int MEETINGS_ORDER = 41;
    private static final int OPEN_ORDER = 72;

    @Bean
    NavItem mattersNavigation() {
        return new NavItem(
                "deliberation.nav.matters", "/matters", MATTERS_ORDER, DeliberationFrame::prepares, actor -> 0);
    }

    @Bean
    NavItem meetingsNavigation() {
        return new NavItem(
                "deliberation.nav.meetings",
                "/meetings",
                MEETINGS_ORDER,
                actor -> actor.may(Matters.SIT) || actor.may(Matters.CONVENE),
                actor -> 0);
    }

    @Bean
    NavItem decisionsNavigation() {
        return NavItem.open("deliberation.nav.open", "/decisions", OPEN_ORDER);
    }

    private static boolean prepares(Actor actor) {
        return List.of(Matters.PROPOSE, Matters.REVIEW, Matters.EXEMPT, Matters.CONVENE, Matters.SIT).stream()
                .anyMatch(actor::may);
    }

    /** Meetings of today and minutes to sign. */
    @Bean
    Waiting meetingsWaiting(Meetings meetings, Organization organization, Clock clock) {
        return actor -> {
            if (actor.post() == null || !actor.may(Matters.SIT)) {
                return List.of();
            }
            Stream<Waiting.Item> held = meetings.heldOn(LocalDate.now(clock), actor.post()).stream()
                    .map(meeting -> item("deliberation.waiting.meeting", meeting, organization));
            Stream<Waiting.Item> unsigned = meetings.unsigned(actor.post()).stream()
                    .map(meeting -> item("deliberation.waiting.sign", meeting, organization));
            return Stream.concat(held, unsigned).toList();
        };
    }

    private static Waiting.Item item(String key, Meeting meeting, Organization organization) {
        return new Waiting.Item(
                Text.of(key),
                organization.body(meeting.body()).name() + " " + meeting.number(),
                "/meetings/" + meeting.id(),
                meeting.heldOn());
    }

    @Bean
    Searchable mattersSearch(Matters matters, Organization organization) {
        return new Searchable() {
            @Override
            public String key() {
                return "deliberation.search";
            }

            @Override
            public List<Hit> search(Actor reader, String words, int limit) {
                return matters.all().stream()
                        .filter(matter -> matter.details().what().title().contains(words.strip()))
                        .filter(matter -> matters.mayRead(reader, matter))
                        .limit(limit)
                        .map(matter -> hit(reader, matter, organization))
                        .toList();
            }
        };
    }

    private static Searchable.Hit hit(Actor reader, Matter matter, Organization organization) {
        return new Searchable.Hit(
                matter.details().what().title(),
                Text.of(
                        "deliberation.search.detail",
                        organization.body(matter.details().what().body()).name(),
                        Text.of("deliberation.business."
                                + matter.details().what().kind().code())),
                (prepares(reader) ? "/matters/" : "/decisions/") + matter.id());
    }
}
