package org.shengmo.petition;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.shengmo.duty.DutyDetails;

/** Duties as an iCalendar (RFC 5545): one event on each due date, one alarm for each reminder. */
final class CalendarText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LINE_OCTETS = 75;

    private final StringBuilder text = new StringBuilder();

    private CalendarText() {}

    static String of(List<DutyDetails> duties, Instant now) {
        CalendarText calendar = new CalendarText();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Shengmo//petition//ZH");
        calendar.line("CALSCALE:GREGORIAN");
        duties.forEach(duty -> calendar.event(duty, now));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(DutyDetails duty, Instant now) {
        LocalDate due = duty.due();
        line("BEGIN:VEVENT");
        line("UID:" + duty.id() + "@shengmo");
        line("DTSTAMP:" + MOMENT.format(now));
        line("DTSTART;VALUE=DATE:" + DAY.format(due));
        line("DTEND;VALUE=DATE:" + DAY.format(due.plusDays(1)));
        line("SUMMARY:" + escaped(duty.title()));
        line("TRANSP:TRANSPARENT");
        for (int days : duty.terms().remindDaysBefore()) {
            line("BEGIN:VALARM");
            line("ACTION:DISPLAY");
            line("DESCRIPTION:" + escaped(duty.title()));
            // Nine in the morning of the day, so many days before.
            line(days == 0 ? "TRIGGER:PT9H" : "TRIGGER:-P" + (days - 1) + "DT15H");
            line("END:VALARM");
        }
        line("END:VEVENT");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** A content line, folded so that no line has more than 75 octets and no character is cut. */
    private void line(String content) {
        int octets = 0;
        for (int point : content.codePoints().toArray()) {
            String character = Character.toString(point);
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LINE_OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += length;
        }
        text.append("\r\n");
    }
}
