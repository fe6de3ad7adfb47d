package org.shengmo.petition.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shengmo.access.web.Page;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Petition;
import org.shengmo.petition.Petitions;
import org.shengmo.petition.Receipt;
import org.shengmo.petition.Sender;
import org.shengmo.petition.Throttle;
import org.shengmo.petition.Topic;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2), for clients that there are: services are topics, requests public
 * petitions. What is about an official can neither be sent nor seen here.
 */
@Controller
@RequestMapping("/open311/v2")
class Open311 {

    private static final String FORMAT = "{format:json|xml}";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST = 1000;
    private static final int LONGEST_SPAN_DAYS = 90;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Petitions petitions;
    private final Sender sender;
    private final Organization organization;
    private final Throttle throttle;
    private final Clock clock;

    Open311(Petitions petitions, Sender sender, Organization organization, Throttle throttle, Clock clock) {
        this.petitions = petitions;
        this.sender = sender;
        this.organization = organization;
        this.throttle = throttle;
        this.clock = clock;
    }

    @GetMapping("/discovery." + FORMAT)
    ResponseEntity<byte[]> discovery(Page page, HttpServletRequest request, @PathVariable String format) {
        String site = request.getRequestURL().toString().replaceFirst("/discovery\\.[a-z]+$", "");
        String changeset = "2025-01-01T00:00:00+08:00";
        Map<String, Object> endpoint = new LinkedHashMap<>();
        endpoint.put("specification", "http://wiki.open311.org/GeoReport_v2");
        endpoint.put("url", site);
        endpoint.put("changeset", changeset);
        endpoint.put("type", "production");
        endpoint.put("formats", List.of("application/json", "text/xml"));
        Map<String, Object> discovery = new LinkedHashMap<>();
        discovery.put("changeset", changeset);
        discovery.put("contact", page.say("petition.open311.contact"));
        discovery.put("key_service", page.say("petition.open311.key"));
        discovery.put("endpoints", List.of(endpoint));
        return Open311Answer.of(HttpStatus.OK, format, "discovery", discovery);
    }

    @GetMapping("/services." + FORMAT)
    ResponseEntity<byte[]> services(Page page, @PathVariable String format) {
        List<Map<String, Object>> services = Arrays.stream(Topic.values())
                .map(topic -> {
                    Map<String, Object> service = new LinkedHashMap<>();
                    service.put("service_code", topic.code());
                    service.put("service_name", page.say(topic.key()));
                    service.put("description", page.say(topic.key()));
                    service.put("metadata", true);
                    service.put("type", "realtime");
                    service.put("keywords", topic.code());
                    service.put("group", page.say("petition.open311.group"));
                    return service;
                })
                .toList();
        return Open311Answer.of(HttpStatus.OK, format, "services", services);
    }

    @GetMapping("/services/{code}." + FORMAT)
    ResponseEntity<byte[]> service(Page page, @PathVariable String code, @PathVariable String format) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("service_code", Open311Reading.topic(code).code());
        definition.put(
                "attributes",
                List.of(
                        attribute(
                                1,
                                "place",
                                page.say("petition.place"),
                                Open311Reading.places(organization, page.today()).stream()
                                        .map(body -> value(body.code(), body.name()))
                                        .toList()),
                        attribute(
                                2,
                                "publish",
                                page.say("petition.open311.publish"),
                                List.of(
                                        value("yes", page.say("access.page.yes")),
                                        value("no", page.say("access.page.no"))))));
        return Open311Answer.of(HttpStatus.OK, format, "service_definition", definition);
    }

    private static Map<String, Object> attribute(
            int order, String code, String description, List<Map<String, Object>> values) {
        Map<String, Object> attribute = new LinkedHashMap<>();
        attribute.put("variable", true);
        attribute.put("code", code);
        attribute.put("datatype", "singlevaluelist");
        attribute.put("required", false);
        attribute.put("datatype_description", "");
        attribute.put("order", order);
        attribute.put("description", description);
        attribute.put("values", values);
        return attribute;
    }

    private static Map<String, Object> value(String key, String name) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("key", key);
        value.put("name", name);
        return value;
    }

    @PostMapping("/requests." + FORMAT)
    ResponseEntity<byte[]> report(Page page, HttpServletRequest request, @PathVariable String format) {
        throttle.sending(request.getRemoteAddr());
        Receipt receipt = petitions.submit(Open311Reading.petition(request, organization, page.today()));
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("service_request_id", handle(sender.follow(receipt.code())));
        made.put("service_notice", page.say("petition.open311.notice", receipt.grouped()));
        made.put("account_id", null);
        return Open311Answer.of(HttpStatus.CREATED, format, "service_requests", List.of(made));
    }

    private static String handle(Optional<Sender.Followed> opened) {
        return opened.filter(Sender.FollowedPetition.class::isInstance)
                .map(Sender.FollowedPetition.class::cast)
                .map(own -> own.petition().details().handle())
                .orElseThrow(() -> Open311Problem.unknown("token provided was not found"));
    }

    /** A token is a receipt code; a wrong one counts as a guess. */
    @GetMapping("/tokens/{token}." + FORMAT)
    ResponseEntity<byte[]> token(HttpServletRequest request, @PathVariable String token, @PathVariable String format) {
        String handle = handle(throttle.opening(request.getRemoteAddr(), token, sender::follow));
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("service_request_id", handle);
        found.put("token", token);
        return Open311Answer.of(HttpStatus.OK, format, "service_requests", List.of(found));
    }

    @GetMapping("/requests/{id}." + FORMAT)
    ResponseEntity<byte[]> one(Page page, @PathVariable String id, @PathVariable String format) {
        List<Petitions.PublicPetition> found = named(List.of(id));
        if (found.isEmpty()) {
            throw Open311Problem.unknown("service_request_id provided was not found: " + id);
        }
        return requests(page, format, found);
    }

    /** By identifiers, or of at most ninety days: the last ninety where nothing is said. */
    @GetMapping("/requests." + FORMAT)
    ResponseEntity<byte[]> several(Page page, HttpServletRequest request, @PathVariable String format) {
        List<String> handles = Open311Reading.several(request, "service_request_id");
        if (!handles.isEmpty()) {
            return requests(page, format, named(handles));
        }
        OffsetDateTime from = Open311Reading.moment(request, "start_date");
        OffsetDateTime until = Open311Reading.moment(request, "end_date");
        Instant last = until != null
                ? until.toInstant()
                : from != null ? from.toInstant().plus(LONGEST_SPAN_DAYS, ChronoUnit.DAYS) : clock.instant();
        Instant first = from != null ? from.toInstant() : last.minus(LONGEST_SPAN_DAYS, ChronoUnit.DAYS);
        if (ChronoUnit.DAYS.between(first, last) > LONGEST_SPAN_DAYS || last.isBefore(first)) {
            throw Open311Problem.bad("start_date and end_date may be at most 90 days apart, in this order");
        }
        Boolean open = open(Open311Reading.several(request, "status"));
        List<Topic> topics = new ArrayList<>();
        Open311Reading.several(request, "service_code").forEach(code -> topics.add(Open311Reading.topic(code)));
        if (topics.isEmpty()) {
            topics.add(null);
        }
        List<Petitions.PublicPetition> found = topics.stream()
                .flatMap(
                        topic -> petitions
                                .publicList(
                                        new Petitions.PublicFilter(List.of(), topic, day(first), day(last), open, MOST))
                                .stream())
                .filter(each ->
                        !each.receivedAt().isBefore(first) && !each.receivedAt().isAfter(last))
                .limit(MOST)
                .toList();
        return requests(page, format, found);
    }

    /** Those of just these numbers: a number alone tells a petition, its year must be right too. */
    private List<Petitions.PublicPetition> named(List<String> handles) {
        return petitions.publicList(new Petitions.PublicFilter(handles, null, null, null, null, MOST)).stream()
                .filter(each -> handles.contains(each.handle()))
                .toList();
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    private static Boolean open(List<String> statuses) {
        if (statuses.stream().anyMatch(each -> !each.equals("open") && !each.equals("closed"))) {
            throw Open311Problem.bad("status is open or closed");
        }
        return statuses.stream().distinct().count() == 1
                ? Boolean.valueOf(statuses.getFirst().equals("open"))
                : null;
    }

    private ResponseEntity<byte[]> requests(Page page, String format, List<Petitions.PublicPetition> found) {
        Directory directory = organization.directory();
        return Open311Answer.of(
                HttpStatus.OK,
                format,
                "service_requests",
                found.stream().map(each -> request(page, directory, each)).toList());
    }

    /** What the public may know: the words and the point only where the sender agreed. */
    private static Map<String, Object> request(Page page, Directory directory, Petitions.PublicPetition petition) {
        boolean over = petition.state() == Petition.State.ANSWERED || petition.state() == Petition.State.CLOSED;
        boolean published = !petition.text().isEmpty();
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("service_request_id", petition.handle());
        request.put("status", over ? "closed" : "open");
        request.put("status_notes", page.say("petition.state." + petition.state()));
        request.put("service_name", page.say(petition.topic().key()));
        request.put("service_code", petition.topic().code());
        request.put("description", petition.text());
        request.put("agency_responsible", Places.name(directory, petition.body()));
        request.put("service_notice", null);
        request.put("requested_datetime", written(petition.receivedAt()));
        request.put("updated_datetime", written(updated(petition)));
        request.put("expected_datetime", petition.due() == null ? null : written(start(petition.due())));
        request.put("address", Places.name(directory, petition.area()));
        request.put("address_id", null);
        request.put("zipcode", null);
        request.put("lat", published ? petition.latitude() : null);
        request.put("long", published ? petition.longitude() : null);
        request.put("media_url", null);
        return request;
    }

    private static Instant updated(Petitions.PublicPetition petition) {
        return Stream.of(petition.answeredOn(), petition.solvedOn())
                .filter(java.util.Objects::nonNull)
                .map(Open311::start)
                .filter(petition.receivedAt()::isBefore)
                .max(Instant::compareTo)
                .orElse(petition.receivedAt());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    private static String written(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> problem(Open311Problem problem, HttpServletRequest request) {
        return errors(problem.status(), request, problem.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> invalid(Invalid invalid, Page page, HttpServletRequest request) {
        return errors(
                HttpStatus.BAD_REQUEST,
                request,
                invalid.faults().stream()
                        .map(fault -> fault.place() + ": " + page.say(fault.text()))
                        .collect(Collectors.joining("; ")));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused refused, Page page, HttpServletRequest request) {
        return errors(
                HttpStatusCode.valueOf(TOO_MANY_REQUESTS),
                request,
                page.say(refused.refusal().reason()));
    }

    private static ResponseEntity<byte[]> errors(
            HttpStatusCode status, HttpServletRequest request, String description) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", Integer.toString(status.value()));
        error.put("description", description);
        String format = request.getRequestURI().endsWith(".json") ? "json" : "xml";
        return Open311Answer.of(status, format, "errors", List.of(error));
    }
}
