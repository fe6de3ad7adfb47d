package org.shengmo.supervision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.consequence.Recoveries;
import org.shengmo.docket.Subject;

/** Campaigns, inspections, circulars, and the one line from hit to lead to finding. */
public interface Supervision {

    /** Leave to run campaigns and inspections, to handle hits and leads, to claim and to circulate. */
    Permission MANAGE = Permission.of("supervision.manage");

    /** Leave to read hits and leads. */
    Permission READ = Permission.of("supervision.read");

    /** The document that supervision rests on. */
    String MEASURES = "supervision-measures";

    /**
     * Launches a campaign. Entry {@code supervision.launched}.
     *
     * @throws org.shengmo.wording.Invalid for blanks, days out of order, a code of that year that stands
     */
    UUID launch(Actor by, NewCampaign campaign);

    /** Records an inspection by at least two people. Entry {@code supervision.inspected}. */
    UUID inspect(Actor by, Optional<UUID> campaign, UUID body, List<UUID> inspectors, String account);

    /** Registers what looks wrong. Entry {@code supervision.hit}. */
    UUID hit(Actor by, NewHit hit);

    /** Makes a hit a lead that is looked into. Entry {@code supervision.lead}. */
    void take(Actor by, UUID clue, String reasons);

    /** Closes a hit or a lead that nothing comes of. Entry {@code supervision.clue-closed}. */
    void drop(Actor by, UUID clue, String reasons);

    /**
     * States the finding that a lead came to: whom it concerns replies, another decides. Entry {@code supervision.stated}.
     *
     * @param what what sort of breach, with its clause
     * @param gravity {@code ordinary}, {@code serious} or {@code grave}
     * @throws org.shengmo.wording.Refused unless it is a lead
     */
    UUID state(Actor by, UUID clue, Breach what, String gravity, String account);

    /**
     * Claims back what was paid wrongly.
     *
     * @throws org.shengmo.wording.Refused until the clue's finding is upheld
     */
    UUID claim(Actor by, UUID clue, NewClaim claim);

    /** Calls the head of a body, or a person, to an interview on a campaign. */
    UUID interview(Actor by, UUID campaign, UUID interviewer, UUID post);

    /** Circulates. Every body named is told. Entry {@code supervision.circulated}. */
    UUID circulate(Actor by, Optional<UUID> campaign, String title, String text, List<UUID> bodies);

    /**
     * Closes a campaign. Entry {@code supervision.closed}.
     *
     * @throws org.shengmo.wording.Refused while a hit or a lead of it waits
     */
    void close(Actor by, UUID campaign, String summary);

    /** The campaigns of a year, by first day. */
    List<Campaign> campaigns(int year);

    /** The years with campaigns, latest first. */
    List<Integer> years();

    /** The campaign of an identifier. */
    Optional<Campaign> campaign(UUID id);

    /** The hits, leads and findings of a campaign, newest first; of none and all where it is empty. */
    List<Clue> clues(Optional<UUID> campaign);

    /** The clue of an identifier. */
    Optional<Clue> clue(UUID id);

    /** The inspections of a campaign, newest first. */
    List<Inspection> inspections(UUID campaign);

    /** The circulars of a campaign. */
    List<Circular> circulars(UUID campaign);

    /**
     * A campaign to be launched.
     *
     * @param scope what is looked at, for whom
     * @param lead the body that leads it
     */
    record NewCampaign(int year, String code, String title, String scope, UUID lead, LocalDate first, LocalDate last) {}

    /** A campaign; {@code closed} is null while it runs. */
    record Campaign(
            UUID id,
            int year,
            String code,
            String title,
            String scope,
            UUID lead,
            LocalDate first,
            LocalDate last,
            LocalDate closed,
            String summary) {

        /** The campaign in docket entries. */
        public Subject asSubject() {
            return new Subject("supervision.campaign", id);
        }
    }

    /** Where a hit comes from. */
    enum Source {
        CAMPAIGN,
        INSPECTION,
        AUDIT,
        SUPERVISOR,
        PUBLIC;

        /** In bundles and tables. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What looks wrong.
     *
     * @param campaign the campaign it belongs to; empty outside one
     * @param subject who would answer for it: a person, post or body
     */
    record NewHit(Optional<UUID> campaign, Source source, Subject subject, String title, String account) {}

    /** What sort of breach a finding states, and the article of the measures that it breaks. */
    enum Breach {
        ALLOWANCE("7"),
        RECEIPT("8"),
        SUBSIDY("9"),
        CONDUCT("10");

        private final String article;

        Breach(String article) {
            this.article = article;
        }

        String article() {
            return article;
        }

        /** The kind of finding and of recovery, such as {@code supervision.allowance}. */
        public org.shengmo.docket.Kind kind() {
            return org.shengmo.docket.Kind.of("supervision." + name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** Money to be claimed back: from which body, collected by which post, by which instalments. */
    record NewClaim(UUID debtor, BigDecimal amount, UUID collector, List<Recoveries.Instalment> plan) {
        public NewClaim {
            plan = List.copyOf(plan);
        }
    }

    /** Something that looks or looked wrong, in one of its states. */
    sealed interface Clue {

        /** What it says in whatever state. */
        Details details();

        /** Its identifier. */
        default UUID id() {
            return details().id();
        }

        /** Registered; nobody has looked into it. */
        record Hit(Details details) implements Clue {}

        /** Specific enough to be looked into, and being so. */
        record Lead(Details details, LocalDate taken) implements Clue {}

        /** Stated as a finding. */
        record Found(Details details, UUID finding) implements Clue {}

        /** Nothing came of it. */
        record Closed(Details details, LocalDate on, String reasons) implements Clue {}

        /** What a clue says. */
        record Details(
                UUID id,
                long number,
                Optional<UUID> campaign,
                Source source,
                Subject subject,
                String title,
                String account,
                LocalDate found) {

            /** The clue in docket entries. */
            public Subject asSubject() {
                return new Subject("supervision.clue", id);
            }
        }
    }

    /** An inspection. */
    record Inspection(UUID id, UUID body, LocalDate on, List<UUID> inspectors, String account) {
        public Inspection {
            inspectors = List.copyOf(inspectors);
        }
    }

    /** A circular. */
    record Circular(UUID id, int year, int number, String title, String text, List<UUID> bodies, LocalDate issued) {
        public Circular {
            bodies = List.copyOf(bodies);
        }
    }
}
