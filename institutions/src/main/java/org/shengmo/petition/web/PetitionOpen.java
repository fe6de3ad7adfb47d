package org.shengmo.petition.web;

import org.shengmo.access.web.OpenList;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Petitions;
import org.shengmo.petition.Rectification;
import org.shengmo.petition.Rectifications;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the public may know of petitions, for programs: nothing about who, the text only by consent; and what was put right. */
@Configuration(proxyBeanMethods = false)
class PetitionOpen {

    private static final int MOST = 10_000;

    @Bean
    OpenList<Petitions.PublicPetition> petitionsOpenList(Petitions petitions, Organization organization) {
        Listing<Petitions.PublicPetition> listing = Listing.<Petitions.PublicPetition>titled("petition.open.title")
                .text("petition.open.number", Petitions.PublicPetition::handle)
                .choice("petition.open.topic", each -> Text.of(each.topic().key()))
                .choice("petition.open.area", each -> Places.name(organization, each.area()))
                .choice("petition.open.body", each -> Places.name(organization, each.body()))
                .choice("petition.open.state", each -> Text.of("petition.state." + each.state()))
                .date("petition.open.received", Petitions.PublicPetition::receivedOn)
                .date("petition.open.due", Petitions.PublicPetition::due)
                .date("petition.open.answered", Petitions.PublicPetition::answeredOn)
                .date("petition.open.solved", Petitions.PublicPetition::solvedOn)
                .text("petition.open.text", Petitions.PublicPetition::text)
                .sorted("-received");
        return new OpenList<>(
                "petitions", listing, "/petitions", () -> petitions.publicList(Petitions.PublicFilter.latest(MOST)));
    }

    @Bean
    OpenList<Rectification> rectificationsOpenList(Rectifications rectifications, Organization organization) {
        Listing<Rectification> listing = Listing.<Rectification>titled("petition.open.actions")
                .text("petition.open.title-of", Rectification::title)
                .linked(each -> "/petitions/rectifications/" + each.id())
                .choice("petition.open.topic", each -> Text.of(each.topic().key()))
                .choice("petition.open.area", each -> Places.name(organization, each.area()))
                .choice("petition.open.body", each -> Places.name(organization, each.body()))
                .choice("petition.open.state", each -> Text.of("petition.rectification.state." + each.state()))
                .date("petition.open.received", Rectification::openedOn)
                .date("petition.open.due", Rectification::due)
                .date("petition.open.solved", Rectification::closedOn)
                .sorted("-received");
        return new OpenList<>(
                "rectifications",
                listing,
                "/petitions/rectifications",
                () -> rectifications.years().stream()
                        .flatMap(year -> rectifications.of(year).stream())
                        .toList());
    }
}
