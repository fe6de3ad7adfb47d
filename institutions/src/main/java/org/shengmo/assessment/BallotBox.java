package org.shengmo.assessment;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.docket.Sha256;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/** Rolls, tokens and ballots: a roll says who may rate, a token that one of them does, and nothing joins the two. */
@Component
class BallotBox {

    private final BallotRows rows;

    BallotBox(BallotRows rows) {
        this.rows = rows;
    }

    /** Sets up who rates whom; a class that nothing is rated of in such a round gets no papers. */
    void open(UUID round, Round.New opened, Scheme scheme) {
        for (Round.Roll roll : opened.rolls()) {
            List<String> indicators = scheme.rated(roll.subjectClass(), opened.cadence()).stream()
                    .map(Scheme.Indicator::code)
                    .toList();
            List<UUID> subjects = roll.subjects().isEmpty()
                    ? opened.subjects().stream()
                            .filter(each -> each.subjectClass().equals(roll.subjectClass()))
                            .map(each -> each.subject().id())
                            .toList()
                    : roll.subjects();
            if (!indicators.isEmpty()) {
                rows.insert(round, roll, subjects, indicators, BlindSigning.generate());
            }
        }
    }

    BigInteger issue(Actor by, UUID electorate, BigInteger blinded) {
        BallotRows.Place place = rows.place(electorate, by.person())
                .orElseThrow(() -> Refusal.of("assessment.not-on-roll").refused());
        if (place.blinded() != null && !place.blinded().equals(blinded)) {
            throw Refusal.of("assessment.issued-before").refused();
        }
        try {
            BigInteger signed = BlindSigning.sign(rows.key(electorate), blinded);
            rows.issued(electorate, by.person(), blinded);
            return signed;
        } catch (IllegalArgumentException malformed) {
            throw Invalid.at("blinded", "assessment.fault.token");
        }
    }

    void cast(Electorate electorate, Scheme scheme, byte[] token, byte[] signature, List<Integer> choices) {
        if (token.length != Paper.TOKEN_BYTES || !BlindSigning.verify(electorate.key(), token, signature)) {
            throw Refusal.of("assessment.token-wrong").refused();
        }
        int levels = scheme.levels().size();
        if (choices.size() != electorate.cells() || choices.stream().anyMatch(each -> each < -1 || each >= levels)) {
            throw Invalid.at("choices", "assessment.fault.choices");
        }
        if (choices.stream().allMatch(each -> each < 0)) {
            throw Invalid.at("choices", "assessment.fault.empty-ballot");
        }
        byte[] id = Paper.id(token);
        byte[] leaf = Paper.leaf(token, choices);
        if (!rows.cast(id, electorate.id(), choices, leaf)
                && !MessageDigest.isEqual(rows.leaf(id).orElseThrow(), leaf)) {
            throw Refusal.of("assessment.cast-before").refused();
        }
    }

    /** Closes the box: the board's hash over all of its lines. */
    String close(UUID round) {
        rows.shuffle(round);
        return Sha256.hex(rows.board(round).stream()
                .map(each -> each.electorate() + " " + each.id() + " " + each.leaf() + "\n")
                .collect(Collectors.joining()));
    }

    List<Assessments.Pattern> patterns(UUID round, Scheme scheme) {
        List<Assessments.Pattern> patterns = new ArrayList<>();
        rows.electorates(round)
                .forEach(each -> patterns.addAll(Patterns.of(each, scheme.levels(), rows.ballots(each.id()))));
        return patterns;
    }

    void setAside(Assessments.Pattern pattern, String reasons) {
        rows.setAside(
                pattern.electorate(),
                pattern.ballots().stream().map(HexFormat.of()::parseHex).toList(),
                reasons);
    }
}
