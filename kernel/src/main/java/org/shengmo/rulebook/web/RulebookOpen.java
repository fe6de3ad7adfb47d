package org.shengmo.rulebook.web;

import java.time.Clock;
import java.time.LocalDate;
import org.shengmo.access.web.OpenList;
import org.shengmo.rulebook.Rulebook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rule documents for programs. */
@Configuration(proxyBeanMethods = false)
class RulebookOpen {

    @Bean
    OpenList<DocumentRow> rulebookOpenList(Rulebook rulebook, Clock clock) {
        return new OpenList<>("rulebook", DocumentRow.LISTING, "/rulebook", () -> {
            LocalDate today = LocalDate.now(clock);
            return rulebook.documents().stream()
                    .map(document -> DocumentRow.of(document, today))
                    .toList();
        });
    }
}
