package org.kith.server.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kith.credential.mrz.Mrz;
import org.kith.credential.mrz.MrzReading;
import org.kith.server.desk.VisitRoom.Opening.Opened;
import org.kith.server.desk.web.ChipPanel.Found;
import org.kith.server.identity.ChipReading;
import org.kith.server.identity.ChipReading.Active;
import org.kith.server.identity.ChipReading.Passive;
import org.kith.server.identity.ChipReading.Said;
import org.kith.server.identity.Chips;
import org.kith.server.identity.PassportComparison;
import org.kith.server.identity.Photos;
import org.springframework.stereotype.Component;

/// Words what was read of a chip for the page of its visit.
@Component
class ChipPanels {
    private final Chips chips;
    private final Photos photos;
    private final PassportComparison passport;
    private final ReaderAddress reader;

    ChipPanels(Chips chips, Photos photos, PassportComparison passport, ReaderAddress reader) {
        this.chips = chips;
        this.photos = photos;
        this.passport = passport;
        this.reader = reader;
    }

    ChipPanel of(Opened opened, String lines, Map<String, String> errors) {
        var booking = opened.booking().id();
        var found = new ArrayList<Found>();
        var other = new ArrayList<String>();
        chips.of(opened.application(), booking).ifPresent(reading -> {
            word(reading, found);
            if (passport.read(lines) instanceof MrzReading.Read(var printed)) compare(reading, printed, found, other);
        });
        return new ChipPanel(
                booking.toString(),
                reader.origin(),
                found,
                other,
                chips.hasPortrait(booking),
                photos.of(booking).isPresent(),
                errors.get("chip"));
    }

    private static void word(ChipReading reading, List<Found> found) {
        found.add(new Found(sign(reading.passive()), key("passive", reading.passive()), reading.country()));
        if (reading.passive() == Passive.GENUINE)
            found.add(new Found(sign(reading.active()), key("active", reading.active()), ""));
        found.add(new Found(sign(reading.chip()), key("said", reading.chip()), ""));
        if (reading.unshown()) found.add(new Found("unknown", "chip.unshown", ""));
    }

    private static void compare(ChipReading reading, Mrz printed, List<Found> found, List<String> other) {
        if (reading.passive() != Passive.GENUINE) return;
        var same = reading.lines().equals(printed.lines());
        found.add(new Found(same ? "yes" : "no", same ? "chip.lines.same" : "chip.lines.other", ""));
        if (!same) other.addAll(reading.lines());
    }

    private static String sign(Passive passive) {
        return switch (passive) {
            case GENUINE -> "yes";
            case ALTERED, SIGNATURE_WRONG -> "no";
            case UNREADABLE, INCOMPLETE, UNKNOWN_STATE, SIGNER_EXPIRED, SIGNER_NOT_ENTITLED -> "unknown";
        };
    }

    private static String sign(Active active) {
        return switch (active) {
            case PROVEN -> "yes";
            case FAILED -> "no";
            case NOT_OFFERED, NOT_JUDGED -> "unknown";
        };
    }

    private static String sign(Said said) {
        return switch (said) {
            case PROVEN -> "yes";
            case FAILED -> "no";
            case NOT_OFFERED -> "unknown";
        };
    }

    private static String key(String what, Enum<?> word) {
        return "chip." + what + "." + word.name().toLowerCase(Locale.ROOT);
    }
}
