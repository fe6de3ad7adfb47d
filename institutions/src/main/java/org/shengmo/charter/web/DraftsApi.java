package org.shengmo.charter.web;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.charter.Charter;
import org.shengmo.charter.CharterImport;
import org.shengmo.charter.CharterText;
import org.shengmo.charter.Draft;
import org.shengmo.charter.Edited;
import org.shengmo.wording.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** Drafts of lists and plans over the API: begun, edited, imported, circulated. */
@RestController
@RequestMapping("/api/v1/charter")
class DraftsApi {

    private final Charter charter;
    private final CharterImport workbooks;
    private final Words words;

    DraftsApi(Charter charter, CharterImport workbooks, Words words) {
        this.charter = charter;
        this.workbooks = workbooks;
        this.words = words;
    }

    /**
     * A draft.
     *
     * @param revision what an edit of it must name
     * @param incomplete what keeps it from being circulated, by code of the part
     */
    record DraftView(
            UUID document,
            int revision,
            Map<String, Object> text,
            UUID editor,
            Instant editedAt,
            List<Incomplete> incomplete) {}

    /** What a part lacks. */
    record Incomplete(String place, String detail) {}

    /**
     * An edit: the whole text as it is to be.
     *
     * @param revision the revision it was made on
     */
    record Edit(int revision, JsonNode text) {}

    /** The revision of a draft. */
    record Revision(int revision) {}

    /** What an import took in, or would. */
    record Imported(boolean dryRun, Map<String, Object> list, Map<String, Object> plan) {}

    private DraftView view(Draft draft, Locale language) {
        return new DraftView(
                draft.document(),
                draft.revision(),
                draft.text().content(),
                draft.editor(),
                draft.editedAt(),
                draft.text().faults().stream()
                        .map(fault -> new Incomplete(fault.place(), words.say(language, fault.text())))
                        .toList());
    }

    private static void mayRead(Actor actor) {
        if (!actor.may(Charter.CIRCULATE)) {
            actor.require(Charter.DRAFT);
        }
    }

    @GetMapping("/documents/{document}/draft")
    DraftView draft(Actor actor, @PathVariable UUID document, Locale language) {
        mayRead(actor);
        return view(
                charter.draft(document).orElseThrow(() -> new NoSuchElementException("no draft of " + document)),
                language);
    }

    @GetMapping("/{kind}/{year}/draft")
    DraftView draftOf(Actor actor, @PathVariable String kind, @PathVariable int year, Locale language) {
        mayRead(actor);
        return view(
                charter.document(CharterApi.kind(kind), year)
                        .flatMap(charter::draft)
                        .orElseThrow(() -> new NoSuchElementException("no draft for " + year)),
                language);
    }

    @PostMapping("/drafts")
    @ResponseStatus(HttpStatus.CREATED)
    DraftView begin(Actor actor, @RequestBody JsonNode text, Locale language) {
        actor.require(Charter.DRAFT);
        return view(charter.draft(actor, CharterText.read(text)), language);
    }

    /** Saves an edit; who was overtaken gets both texts back, and nothing was changed. */
    @PutMapping("/documents/{document}/draft")
    ResponseEntity<Object> edit(Actor actor, @PathVariable UUID document, @RequestBody Edit edit, Locale language) {
        actor.require(Charter.DRAFT);
        CharterText text = CharterText.read(edit.text());
        return switch (charter.edit(actor, document, edit.revision(), text)) {
            case Edited.Saved saved -> ResponseEntity.ok(view(saved.draft(), language));
            case Edited.Overtaken overtaken ->
                ResponseEntity.status(HttpStatus.CONFLICT)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(overtaken(overtaken.current(), text, language));
        };
    }

    private ProblemDetail overtaken(Draft current, CharterText yours, Locale language) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, words.say(language, "charter.overtaken.api", current.revision()));
        problem.setTitle(words.say(language, "charter.overtaken"));
        problem.setProperty("code", "charter.overtaken");
        problem.setProperty("remedy", words.say(language, "charter.overtaken.api.remedy"));
        problem.setProperty("current", view(current, language));
        problem.setProperty("yours", yours.content());
        problem.setProperty("differences", Difference.between(current.text(), yours));
        return problem;
    }

    @PostMapping("/documents/{document}/amend")
    DraftView amend(Actor actor, @PathVariable UUID document, Locale language) {
        return view(charter.amend(actor, document), language);
    }

    @PostMapping("/documents/{document}/circulate")
    CharterApi.VersionView circulate(Actor actor, @PathVariable UUID document, @RequestBody Revision revision) {
        return CharterApi.VersionView.of(charter.circulate(actor, document, revision.revision()));
    }

    @PostMapping("/import")
    Imported take(Actor actor, @RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        CharterImport.Imported taken = workbooks.run(actor, file.getBytes(), dryRun);
        return new Imported(taken.dryRun(), taken.list().content(), taken.plan().content());
    }
}
