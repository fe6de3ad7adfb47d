package org.shengmo.petition.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.organization.Body;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Channel;
import org.shengmo.petition.NewPetition;
import org.shengmo.petition.PetitionImport;
import org.shengmo.petition.Petitions;
import org.shengmo.petition.Receipt;
import org.shengmo.petition.Rectifications;
import org.shengmo.petition.Reminders;
import org.shengmo.petition.Topic;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.shengmo.workbook.Template;
import org.shengmo.workbook.Workbooks;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The officers' workbench: the list, entering what was told, importing, reminders, opening an action. */
@Controller
class DeskPages {

    private static final int MOST = 3000;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Listing<DeskRow> LISTING = Listing.<DeskRow>titled("petition.list.title")
            .text("petition.column.number", row -> row.petition().details().handle())
            .linked(row -> "/petitions/" + row.petition().id())
            .text("petition.column.matter", row -> row.petition().details().title())
            .choice(
                    "petition.column.topic",
                    row -> Text.of(row.petition().details().topic().key()))
            .choice("petition.column.area", DeskRow::area)
            .choice("petition.column.body", DeskRow::body)
            .choice("petition.column.state", DeskRow::status)
            .choice(
                    "petition.column.channel",
                    row -> Text.of(
                            "petition.channel." + row.petition().details().channel()))
            .date("petition.column.received", row -> row.petition().details().receivedOn())
            .date(
                    "petition.column.due",
                    row -> row.petition().open() ? row.petition().details().due() : null)
            .sorted("due");

    private final Petitions petitions;
    private final Reminders reminders;
    private final Rectifications rectifications;
    private final Organization organization;

    DeskPages(Petitions petitions, Reminders reminders, Rectifications rectifications, Organization organization) {
        this.petitions = petitions;
        this.reminders = reminders;
        this.rectifications = rectifications;
        this.organization = organization;
    }

    /** What is open; with {@code all} what is over too, the latest of it. */
    @GetMapping("/petitions/desk")
    ModelAndView list(Page page, @RequestParam(defaultValue = "") String scope) {
        Directory directory = organization.directory();
        List<DeskRow> rows = petitions.readableBy(page.actor(), !scope.equals("all"), MOST).stream()
                .map(petition -> DeskRow.of(petition, directory, page.today()))
                .toList();
        return page.list("petition/desk", LISTING, rows, Map.of("all", scope.equals("all")));
    }

    // Entering

    @GetMapping("/petitions/desk/new")
    ModelAndView entering(Page page) {
        return form(page, "petition/enter", Map.of());
    }

    @GetMapping("/petitions/desk/outreach")
    ModelAndView outreach(Page page) {
        return form(page, "petition/outreach", Map.of());
    }

    private ModelAndView form(Page page, String template, Map<String, ?> more) {
        Directory directory = organization.directory();
        Map<String, Object> model = new HashMap<>(more);
        model.put("places", Places.of(directory, page.today()));
        model.put("topics", Choices.topics(page));
        return page.view(template, model);
    }

    @PostMapping("/petitions/desk/new")
    ModelAndView enter(
            Page page,
            jakarta.servlet.http.HttpServletRequest request,
            @RequestParam(defaultValue = "VISIT") String channel,
            @RequestParam(required = false) List<MultipartFile> files) {
        Channel came = channel.equals("PHONE") ? Channel.PHONE : Channel.VISIT;
        Receipt receipt = petitions.enter(page.actor(), entered(request).petition(came, Files.of(files)));
        return page.view("petition/receipt", Map.of("receipt", receipt));
    }

    @PostMapping("/petitions/desk/outreach")
    ModelAndView heard(
            Page page,
            jakarta.servlet.http.HttpServletRequest request,
            @RequestParam(required = false) List<MultipartFile> files) {
        NewPetition petition = entered(request).petition(Channel.OUTREACH, Files.of(files));
        Receipt receipt = petitions.enter(page.actor(), petition);
        return page.view("petition/receipt", Map.of("receipt", receipt));
    }

    /** On the desk one page asks all; whom it is about is read off whether an official is named. */
    private static Draft entered(jakarta.servlet.http.HttpServletRequest request) {
        Draft draft = Draft.of(request);
        return draft.with("whom", draft.get("accused").isEmpty() ? "matter" : "official");
    }

    // Importing

    @GetMapping("/petitions/desk/import")
    ModelAndView importing(Page page) {
        return page.view("petition/import", Map.of());
    }

    @GetMapping("/petitions/desk/import/template")
    ResponseEntity<byte[]> template(Page page) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("petitions.xlsx")
                                .build()
                                .toString())
                .body(Template.of(PetitionImport.LAYOUT, page.language()));
    }

    @PostMapping("/petitions/desk/import")
    ModelAndView importAll(Page page, @RequestParam MultipartFile workbook) throws IOException {
        int taken = petitions.importAll(page.actor(), Workbooks.read(workbook.getInputStream(), PetitionImport.LAYOUT));
        return page.done("/petitions/desk", Text.of("petition.done.imported", taken));
    }

    // Reminders

    @GetMapping("/petitions/desk/reminders")
    ModelAndView reminders(Page page) {
        Map<String, String> chosen = new LinkedHashMap<>();
        Map<String, List<Integer>> kept = reminders.chosen(page.actor());
        for (String step : Reminders.STEPS) {
            chosen.put(
                    step,
                    String.join(
                            ", ",
                            kept.getOrDefault(step, List.of()).stream()
                                    .map(String::valueOf)
                                    .toList()));
        }
        return page.view("petition/reminders", Map.of("chosen", chosen, "feed", ""));
    }

    @PostMapping("/petitions/desk/reminders")
    ModelAndView choose(Page page, @RequestParam Map<String, String> form) {
        for (String step : Reminders.STEPS) {
            if (form.containsKey(step)) {
                reminders.choose(page.actor(), step, days(step, form.get(step)));
            }
        }
        return page.done("/petitions/desk/reminders", Text.of("petition.done.reminders"));
    }

    private static List<Integer> days(String step, String typed) {
        List<Integer> days = new ArrayList<>();
        for (String part : typed.strip().split("[\\s,，、]+", -1)) {
            if (part.matches("[0-9]{1,2}")) {
                days.add(Integer.valueOf(part));
            } else if (!part.isEmpty()) {
                throw org.shengmo.wording.Invalid.at(step, "petition.fault.days");
            }
        }
        return days.stream().distinct().toList();
    }

    @PostMapping("/petitions/desk/feed")
    ModelAndView feed(Page page, jakarta.servlet.http.HttpServletRequest request) {
        String secret = reminders.openFeed(page.actor());
        ModelAndView answer = reminders(page);
        String host = request.getRequestURL().toString().replaceAll("/petitions/desk/feed$", "");
        answer.addObject("feed", host + "/petitions/calendar/" + secret + ".ics");
        return answer;
    }

    // Actions

    @GetMapping("/petitions/desk/rectify")
    ModelAndView rectifying(Page page, @RequestParam Optional<String> topic, @RequestParam Optional<UUID> area) {
        Directory directory = organization.directory();
        Map<String, String> areas = new LinkedHashMap<>();
        directory.bodies().stream()
                .filter(body -> body.kind() == org.shengmo.organization.BodyKind.TOWNSHIP)
                .forEach(body -> areas.put(body.id().toString(), body.name()));
        Map<String, String> posts = new LinkedHashMap<>();
        for (Body body : directory.bodies()) {
            if (body.kind() == org.shengmo.organization.BodyKind.DEPARTMENT
                    || body.kind() == org.shengmo.organization.BodyKind.TOWNSHIP) {
                directory
                        .headOf(body.id())
                        .ifPresent(post -> posts.put(post.id().toString(), body.name() + " " + post.name()));
            }
        }
        return page.view(
                "petition/rectify",
                Map.of(
                        "topics", Choices.topics(page),
                        "areas", areas,
                        "posts", posts,
                        "topic", topic.filter(Topic::isCode).orElse(""),
                        "area", area.map(UUID::toString).orElse("")));
    }

    @PostMapping("/petitions/desk/rectify")
    ModelAndView rectify(
            Page page,
            @RequestParam String topic,
            @RequestParam(required = false) UUID area,
            @RequestParam LocalDate since,
            @RequestParam String title,
            @RequestParam String target,
            @RequestParam String before,
            @RequestParam UUID owner,
            @RequestParam LocalDate due,
            @RequestParam String steps) {
        List<Rectifications.NewStep> planned = steps.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> step(line, due))
                .toList();
        UUID id = rectifications.open(
                page.actor(),
                new Rectifications.NewRectification(
                        Topic.of(topic.toLowerCase(Locale.ROOT)),
                        area,
                        since,
                        title,
                        target,
                        before,
                        owner,
                        due,
                        planned));
        return page.done("/petitions/rectifications/" + id, Text.of("petition.done.rectify"));
    }

    /** A step a line, with its date before it where it has one of its own. */
    private static Rectifications.NewStep step(String line, LocalDate due) {
        return line.matches("\\d{4}-\\d{2}-\\d{2}\\s.*")
                ? new Rectifications.NewStep(line.substring(11).strip(), LocalDate.parse(line.substring(0, 10)))
                : new Rectifications.NewStep(line, due);
    }
}
