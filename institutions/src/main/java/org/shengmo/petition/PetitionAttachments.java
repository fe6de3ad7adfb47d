package org.shengmo.petition;

import org.shengmo.access.Actor;
import org.shengmo.access.AttachmentGate;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/** Opens files of petitions, complaints and actions for those who may read what they hang on. */
@Component
class PetitionAttachments implements AttachmentGate {

    private final Petitions petitions;
    private final Accusations accusations;

    PetitionAttachments(Petitions petitions, Accusations accusations) {
        this.petitions = petitions;
        this.accusations = accusations;
    }

    @Override
    public boolean opens(Actor by, Subject subject) {
        return switch (subject.type()) {
            case "petition" -> petitions.find(by, subject.id()).isPresent();
            case "petition.accusation" -> accusations.find(by, subject.id()).isPresent();
            case "petition.rectification" -> true;
            default -> false;
        };
    }
}
