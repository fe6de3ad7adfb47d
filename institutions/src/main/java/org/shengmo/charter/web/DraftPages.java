package org.shengmo.charter.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Page;
import org.shengmo.charter.Charter;
import org.shengmo.charter.CharterText;
import org.shengmo.charter.Draft;
import org.shengmo.charter.Edited;
import org.shengmo.charter.TextEdits;
import org.shengmo.charter.Version;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Person;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The draft of a list or plan, edited part by part. Whoever was overtaken by another editor sees both texts side by side,
 * with what they typed in the form still.
 */
@Controller
@RequestMapping("/charter/documents/{document}/draft")
class DraftPages {

    /** The revision of a form that is to begin a new draft: the one it was made on was circulated meanwhile. */
    private static final int NONE = 0;

    private final Charter charter;
    private final Organization organization;

    DraftPages(Charter charter, Organization organization) {
        this.charter = charter;
        this.organization = organization;
    }

    @GetMapping
    ModelAndView draft(Page page, Actor actor, @PathVariable UUID document) {
        if (!actor.may(Charter.CIRCULATE)) {
            actor.require(Charter.DRAFT);
        }
        Draft draft = charter.draft(document).orElseThrow(() -> new NoSuchElementException("no draft of " + document));
        Map<String, Object> model = new HashMap<>();
        model.put("draft", draft);
        model.put("editor", editor(draft));
        model.put(
                "changes",
                latest(document)
                        .map(version -> Difference.between(version.details().text(), draft.text()))
                        .orElse(List.of()));
        model.put("latest", latest(document).orElse(null));
        return page.view("charter/draft", model);
    }

    private Optional<Version> latest(UUID document) {
        return charter.versions(document).stream().findFirst();
    }

    private String editor(Draft draft) {
        return draft.editor() == null
                ? ""
                : organization
                        .directory()
                        .findPerson(draft.editor())
                        .map(Person::name)
                        .orElse("");
    }

    @GetMapping("/part")
    ModelAndView part(
            Page page,
            Actor actor,
            @PathVariable UUID document,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String in) {
        actor.require(Charter.DRAFT);
        Draft draft = charter.draft(document).orElseThrow(() -> new NoSuchElementException("no draft of " + document));
        PartKind sort = PartKind.of(kind);
        boolean fresh = part.isEmpty() && sort != PartKind.HEADING;
        PartForm form = fresh ? PartForm.fresh(sort, in) : PartForm.of(draft.text(), sort, part);
        return page.view("charter/part", Map.of("draft", draft, "form", form, "directory", organization.directory()));
    }

    @PostMapping("/part")
    ModelAndView save(
            Page page,
            Actor actor,
            @PathVariable UUID document,
            @RequestParam int revision,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String part,
            @RequestParam Map<String, String> typed) {
        actor.require(Charter.DRAFT);
        PartForm form = new PartForm(PartKind.of(kind), part, typed);
        Directory directory = organization.directory();
        Optional<Draft> there = charter.draft(document);
        if (there.isEmpty() && revision != NONE) {
            Version now = latest(document).orElseThrow();
            CharterText text = now.details().text();
            return overtaken(page, document, NONE, "", text, PartReader.changed(text, form, directory), form);
        }
        Draft current = there.orElseGet(() -> charter.amend(actor, document));
        CharterText mine = PartReader.changed(current.text(), form, directory);
        int on = revision == NONE && there.isEmpty() ? current.revision() : revision;
        return switch (charter.edit(actor, document, on, mine)) {
            case Edited.Saved saved ->
                page.done("/charter/documents/" + document + "/draft", Text.of("charter.done.edited"));
            case Edited.Overtaken overtaken -> {
                Draft theirs = overtaken.current();
                yield overtaken(
                        page,
                        document,
                        theirs.revision(),
                        editor(theirs),
                        theirs.text(),
                        PartReader.changed(theirs.text(), form, directory),
                        form);
            }
        };
    }

    private ModelAndView overtaken(
            Page page,
            UUID document,
            int revision,
            String editor,
            CharterText theirs,
            CharterText mine,
            PartForm form) {
        ModelAndView answer = page.view(
                "charter/overtaken",
                Map.of(
                        "document", document,
                        "revision", revision,
                        "editor", editor,
                        "differences", Difference.between(theirs, mine),
                        "form", form,
                        "directory", organization.directory()));
        answer.setStatus(HttpStatus.CONFLICT);
        return answer;
    }

    @PostMapping("/remove")
    ModelAndView remove(
            Page page,
            Actor actor,
            @PathVariable UUID document,
            @RequestParam int revision,
            @RequestParam String part) {
        actor.require(Charter.DRAFT);
        Draft draft = charter.draft(document).orElseThrow(() -> new NoSuchElementException("no draft of " + document));
        Edited edited = charter.edit(actor, document, revision, TextEdits.without(draft.text(), part));
        if (edited instanceof Edited.Overtaken overtaken) {
            throw Refusal.of(
                            "charter.remove.overtaken",
                            part,
                            overtaken.current().revision())
                    .refused();
        }
        return page.done("/charter/documents/" + document + "/draft", Text.of("charter.done.removed", part));
    }
}
