package org.shengmo.petition.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Directory;
import org.shengmo.petition.Channel;
import org.shengmo.petition.Naming;
import org.shengmo.petition.NewPetition;
import org.shengmo.petition.Topic;

/** Reads what a GeoReport v2 client sends. */
final class Open311Reading {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_NAME = 50;

    private Open311Reading() {}

    static String text(HttpServletRequest sent, String name) {
        return Optional.ofNullable(sent.getParameter(name)).orElse("").strip();
    }

    /** Values parted by commas. */
    static List<String> several(HttpServletRequest sent, String name) {
        return Arrays.stream(text(sent, name).split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    static Topic topic(String code) {
        if (!Topic.isCode(code)) {
            throw Open311Problem.unknown("service_code provided was not found: " + code);
        }
        return Topic.of(code);
    }

    /** A moment of W3C's date and time format; null where none is given. */
    static OffsetDateTime moment(HttpServletRequest sent, String name) {
        // In a query, the plus sign of a zone comes as a blank where the client did not escape it.
        String text = text(sent, name).replace(' ', '+');
        try {
            return text.isEmpty()
                    ? null
                    : text.matches("\\d{4}-\\d{2}-\\d{2}")
                            ? LocalDate.parse(text).atStartOfDay(ZONE).toOffsetDateTime()
                            : OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw Open311Problem.bad(name + " is not a date as W3C writes them: " + text);
        }
    }

    static NewPetition petition(HttpServletRequest sent, Directory directory, LocalDate today) {
        String code = text(sent, "service_code");
        if (code.isEmpty()) {
            throw Open311Problem.bad("service_code was not provided");
        }
        Topic topic = topic(code);
        String description = text(sent, "description");
        if (description.isEmpty()) {
            throw Open311Problem.bad("description was not provided");
        }
        String address = text(sent, "address_string");
        NewPetition.Point point = point(sent);
        UUID place = place(sent, address, directory, today);
        if (place == null && point == null && address.isEmpty()) {
            throw Open311Problem.bad("a location was not provided: lat and long, address_string or attribute[place]");
        }
        String name = clipped((text(sent, "last_name") + text(sent, "first_name")).strip());
        boolean named = !name.isEmpty();
        return new NewPetition(
                Channel.WEB,
                named ? Naming.CONFIDENTIAL : Naming.ANONYMOUS,
                topic,
                description,
                place == null ? district(directory) : place,
                address,
                point,
                null,
                null,
                named ? new NewPetition.Who(name, text(sent, "phone")) : NewPetition.Who.NOBODY,
                text(sent, "attribute[publish]").equals("yes"),
                List.of(),
                "",
                null);
    }

    private static String clipped(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private static NewPetition.Point point(HttpServletRequest sent) {
        String latitude = text(sent, "lat");
        String longitude = text(sent, "long");
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return null;
        }
        try {
            return new NewPetition.Point(new BigDecimal(latitude), new BigDecimal(longitude));
        } catch (IllegalArgumentException e) {
            throw Open311Problem.bad("lat and long are not degrees of WGS 84");
        }
    }

    /** The place named, or the village or township whose name the address holds; null for none. */
    private static UUID place(HttpServletRequest sent, String address, Directory directory, LocalDate today) {
        String named = text(sent, "attribute[place]");
        List<Body> places = places(directory, today);
        if (!named.isEmpty()) {
            return places.stream()
                    .filter(body -> body.code().equals(named))
                    .map(Body::id)
                    .findFirst()
                    .orElseThrow(() -> Open311Problem.bad("attribute[place] has no such value: " + named));
        }
        return places.stream()
                .filter(body -> address.contains(body.name()))
                .max(Comparator.comparing(body -> body.kind() == BodyKind.VILLAGE))
                .map(Body::id)
                .orElse(null);
    }

    /** Townships and villages. */
    static List<Body> places(Directory directory, LocalDate today) {
        return directory.bodies().stream()
                .filter(body ->
                        body.standsOn(today) && (body.kind() == BodyKind.TOWNSHIP || body.kind() == BodyKind.VILLAGE))
                .toList();
    }

    private static UUID district(Directory directory) {
        return directory.bodies().stream()
                .filter(body -> body.kind() == BodyKind.GOVERNMENT)
                .map(Body::id)
                .findFirst()
                .orElseThrow(() -> Open311Problem.bad("there is no place to report to"));
    }
}
