package org.shengmo.petition;

import java.util.List;
import org.shengmo.access.Actor;
import org.shengmo.access.Searchable;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Finds petitions by their words, for those they are for. Complaints about officials are found by nobody. */
@Component
class PetitionSearch implements Searchable {

    private final Petitions petitions;

    PetitionSearch(Petitions petitions) {
        this.petitions = petitions;
    }

    @Override
    public String key() {
        return "petition.search";
    }

    @Override
    public List<Hit> search(Actor reader, String words, int limit) {
        if (reader.person() == null) {
            return List.of();
        }
        return petitions.search(reader, words, limit).stream()
                .map(petition -> new Hit(
                        petition.details().handle() + " " + petition.details().title(),
                        Text.of("petition.state." + petition.state()),
                        "/petitions/" + petition.id()))
                .toList();
    }
}
