package org.shengmo.deliberation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.deliberation.Evidence;
import org.shengmo.deliberation.Matter;
import org.shengmo.deliberation.Matters;
import org.shengmo.deliberation.Meeting;
import org.shengmo.deliberation.Meetings;
import org.shengmo.deliberation.Step;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What the public reads of collective decisions, and where it comments. */
@Controller
class DecisionPages {

    private final Matters matters;
    private final Meetings meetings;
    private final Organization organization;

    DecisionPages(Matters matters, Meetings meetings, Organization organization) {
        this.matters = matters;
        this.meetings = meetings;
        this.organization = organization;
    }

    @GetMapping("/decisions")
    ModelAndView decisions(Page page) {
        Directory directory = organization.directory();
        List<MatterView> open = matters.open().stream()
                .map(matter -> MatterView.of(matter, directory, false))
                .toList();
        return page.view(
                "deliberation/decisions",
                Map.of(
                        "commenting",
                                open.stream()
                                        .filter(view -> commenting(view.matter()))
                                        .toList(),
                        "decided",
                                open.stream()
                                        .filter(view -> view.matter() instanceof Matter.Decided)
                                        .toList()));
    }

    private static boolean commenting(Matter matter) {
        return matter.details()
                .evidence(Step.COMMENT)
                .filter(Evidence.Begun.class::isInstance)
                .isPresent();
    }

    @GetMapping("/decisions/{id}")
    ModelAndView decision(Page page, @PathVariable UUID id) {
        Matter matter = matters.open().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Map<String, Object> model = new HashMap<>(Map.of(
                "view", MatterView.of(matter, organization.directory(), false),
                "steps", StepView.of(matter.details()),
                "commenting", commenting(matter),
                "comments", matters.comments(id)));
        Optional<Meeting> meeting = meeting(matter);
        model.put("item", meeting.map(held -> held.sitting().item(id)).orElse(null));
        model.put("meeting", meeting.orElse(null));
        model.put("comment", matter.details().evidence(Step.COMMENT).orElse(null));
        model.put("until", matters.firstDay(matter.details(), Step.COMMENT).orElse(null));
        return page.view("deliberation/decision", model);
    }

    private Optional<Meeting> meeting(Matter matter) {
        return matter instanceof Matter.Decided decided ? meetings.byId(decided.meeting()) : Optional.empty();
    }

    @PostMapping("/decisions/{id}/comments")
    ModelAndView comment(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String text) {
        matters.comment(id, text);
        return page.done("/decisions/" + id, Text.of("deliberation.done.commented"));
    }
}
