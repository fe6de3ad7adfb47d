package org.shengmo.deliberation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.organization.Kinship;
import org.shengmo.organization.Kinships;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Component;

/** Who keeps out of a matter by rule: whom it is about, their relatives, and who has an interest in the firm. */
@Component
class Recusals {

    private final Kinships kinships;
    private final MatterRows rows;
    private final Organization organization;
    private final Words words;

    Recusals(Kinships kinships, MatterRows rows, Organization organization, Words words) {
        this.kinships = kinships;
        this.rows = rows;
        this.organization = organization;
        this.words = words;
    }

    /** The grounds by post. */
    Map<UUID, String> of(Matter.Details matter, List<Member> members, LocalDate on) {
        Map<UUID, String> grounds = new LinkedHashMap<>();
        for (Member member : members) {
            ground(matter.what(), member.person(), on).ifPresent(ground -> grounds.put(member.post(), ground));
        }
        return grounds;
    }

    private Optional<String> ground(NewMatter matter, UUID person, LocalDate on) {
        if (matter.concerned().contains(person)) {
            return Optional.of(say("deliberation.ground.self"));
        }
        for (Kinship kinship : kinships.of(person, on)) {
            if (matter.concerned().contains(kinship.relative())) {
                return Optional.of(say(
                        "deliberation.ground.relative",
                        organization.person(kinship.relative()).name()));
            }
        }
        return matter.supplier().isBlank()
                ? Optional.empty()
                : rows.interests(person).stream()
                        .filter(firm -> firm.equals(matter.supplier().strip()))
                        .map(firm -> say("deliberation.ground.interest", firm))
                        .findFirst();
    }

    /** Grounds go into the minutes, which are in the language of the district's files. */
    private String say(String key, Object... arguments) {
        return words.say(java.util.Locale.SIMPLIFIED_CHINESE, key, arguments);
    }
}
