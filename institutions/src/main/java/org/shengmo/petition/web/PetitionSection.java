package org.shengmo.petition.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.web.Page;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Tenure;
import org.shengmo.organization.web.PersonSection;
import org.shengmo.petition.Petition;
import org.shengmo.petition.Petitions;
import org.springframework.stereotype.Component;

/** The petitions that a person's posts have in hand, as far as the reader may see them. */
@Component
class PetitionSection implements PersonSection {

    private static final int ORDER = 25;
    private static final int LOOKED_AT = 2000;
    private static final int MOST = 20;

    private final Petitions petitions;
    private final Organization organization;

    PetitionSection(Petitions petitions, Organization organization) {
        this.petitions = petitions;
        this.organization = organization;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String title() {
        return "petition.section";
    }

    @Override
    public String empty() {
        return "petition.section.empty";
    }

    /** For whoever works with petitions, on the pages of those who have a post. */
    @Override
    public boolean shows(Page page, UUID person) {
        return page.signedIn()
                && (page.actor().may(Petitions.DESK)
                        || page.actor().may(Petitions.READ)
                        || page.actor().may(Petitions.HANDLE))
                && !organization.tenuresOf(person, page.today()).isEmpty();
    }

    @Override
    public List<Line> lines(Page page, UUID person) {
        Set<UUID> posts = organization.tenuresOf(person, page.today()).stream()
                .map(Tenure::post)
                .collect(Collectors.toSet());
        return petitions.readableBy(page.actor(), true, LOOKED_AT).stream()
                .filter(petition -> posts.contains(petition.details().handler()))
                .limit(MOST)
                .map(petition -> line(page, petition))
                .toList();
    }

    private static Line line(Page page, Petition petition) {
        return new Line(
                petition.details().due(),
                petition.details().handle() + " " + petition.details().title(),
                "/petitions/" + petition.id(),
                DeskRow.status(petition, page.today()));
    }
}
