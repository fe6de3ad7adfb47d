package org.shengmo.rulebook.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.rulebook.Clause;
import org.shengmo.rulebook.DecisionTable;
import org.shengmo.rulebook.Document;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The rules for programs: documents, clauses, tables, and rulings on facts. Reading needs no account. */
@RestController
@RequestMapping("/api/v1/rulebook")
class RulebookApi {

    private final Rulebook rulebook;
    private final Clock clock;

    RulebookApi(Rulebook rulebook, Clock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /**
     * A document in the list.
     *
     * @param from the first day in force of the version in force today; null where none is
     */
    record Entry(
            String code,
            String title,
            String english,
            String issuer,
            Document.Rank rank,
            String pack,
            LocalDate from) {}

    /**
     * A question to a table.
     *
     * @param on the day it is about; today where it is missing
     * @param facts a value for each input
     */
    record Question(LocalDate on, Map<String, Object> facts) {}

    @GetMapping("/documents")
    List<Entry> documents() {
        return rulebook.documents().stream()
                .map(each -> new Entry(
                        each.code(),
                        each.title(),
                        each.english(),
                        each.issuer(),
                        each.rank(),
                        each.pack(),
                        each.on(today()).map(version -> version.from()).orElse(null)))
                .toList();
    }

    @GetMapping("/documents/{code}")
    Document document(@PathVariable String code) {
        return rulebook.document(code).orElseThrow(RulebookApi::unknown);
    }

    @GetMapping("/documents/{code}/clauses/{article}")
    Clause clause(
            @PathVariable String code,
            @PathVariable String article,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {
        return rulebook.clause(code, article, day(on)).orElseThrow(RulebookApi::unknown);
    }

    @GetMapping("/tables")
    List<DecisionTable> tables(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {
        return rulebook.tables().stream()
                .filter(table -> table.current() && table.isInForce(day(on)))
                .toList();
    }

    @GetMapping("/tables/{code}")
    DecisionTable table(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {
        return rulebook.table(code, day(on)).orElseThrow(RulebookApi::unknown);
    }

    /** A ruling on facts given in the address: {@code ?on=2025-03-01&kind=new-spending&amount=500000.01}. */
    @GetMapping("/tables/{code}/ruling")
    Ruling ruling(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam Map<String, String> parameters) {
        return decide(code, on, new HashMap<>(parameters));
    }

    /** A ruling on facts given in the body. */
    @PostMapping("/tables/{code}/rulings")
    Ruling rulingOn(@PathVariable String code, @RequestBody Question question) {
        return decide(code, question.on(), question.facts() == null ? Map.of() : question.facts());
    }

    private Ruling decide(String code, LocalDate on, Map<String, ?> facts) {
        DecisionTable table = rulebook.table(code, day(on)).orElseThrow(RulebookApi::unknown);
        return rulebook.decide(code, day(on), FactReader.read(table, facts));
    }

    private LocalDate day(LocalDate on) {
        return on == null ? today() : on;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
