package org.kith.server.centre;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/// A visit as calendars read it (RFC 5545). It says when, and a title that says nothing: neither where nor why, nor a
/// name.
/// The moment is in UTC, which every calendar shows by the clock of whoever looks.
///
/// @param id       the same for all that becomes of one application's visit, so that a calendar changes its entry
/// @param sequence grows with each change (§3.8.7.4)
/// @param cancels  whether the entry is to go (RFC 5546 §3.2.5)
public record CalendarFile(
        UUID id, int sequence, String title, Instant startsAt, Instant endsAt, Instant madeAt, boolean cancels) {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /// §3.1: a line has no more octets than this.
    private static final int LINE = 75;

    public String text() {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//calendar//EN");
        line(text, cancels ? "METHOD:CANCEL" : "METHOD:PUBLISH");
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + id);
        line(text, "SEQUENCE:" + sequence);
        line(text, "DTSTAMP:" + UTC.format(madeAt));
        line(text, "DTSTART:" + UTC.format(startsAt));
        line(text, "DTEND:" + UTC.format(endsAt));
        line(text, "SUMMARY:" + escaped(title));
        line(text, "CLASS:PRIVATE");
        line(text, cancels ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        line(text, "END:VEVENT");
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    /// §3.3.11.
    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n");
    }

    /// Folded where it is too long, never within a character.
    private static void line(StringBuilder text, String line) {
        var octets = 0;
        for (var character : line.codePoints().toArray()) {
            var one = Character.toString(character);
            var size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(one);
            octets += size;
        }
        text.append("\r\n");
    }
}
