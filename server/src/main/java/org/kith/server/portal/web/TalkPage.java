package org.kith.server.portal.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.pack.visit.Talk;
import org.kith.server.talk.TalkState;

/// All that is published of a talk, and what came of one's own.
///
/// @param grounds  that need it, by name
/// @param instead  what is accepted instead, by name
/// @param daysBetween     days before one can talk again
/// @param times    how often at least
/// @param standing what the person can do about it now
/// @param from     the day from which they can choose a time again; null where that does not matter
public record TalkPage(
        String title,
        int minutes,
        int examiners,
        List<String> grounds,
        List<String> syllabus,
        List<Row> criteria,
        int pass,
        int most,
        int apart,
        List<String> instead,
        long daysBetween,
        int times,
        Talk.Recording recording,
        Standing standing,
        @Nullable LocalDate from,
        List<Held> held) {
    public TalkPage {
        grounds = List.copyOf(grounds);
        syllabus = List.copyOf(syllabus);
        criteria = List.copyOf(criteria);
        instead = List.copyOf(instead);
        held = List.copyOf(held);
    }

    /// What the person can do about a talk.
    public enum Standing {
        /// To read, for whoever has not applied, or not come so far.
        LATER,
        CAN_BOOK,
        BOOKED,
        /// Something that they sent is accepted instead.
        NOT_NEEDED,
        /// They talked, and have not to again, or not before a day.
        TALKED
    }

    /// A criterion.
    ///
    /// @param points as given; null on the published sheet
    public record Row(String title, @Nullable Integer points, int most) {}

    /// A talk of theirs.
    public record Held(LocalDate day, TalkState state, List<SheetView> sheets) {
        public Held {
            sheets = List.copyOf(sheets);
        }
    }

    /// What an examiner marked and wrote.
    ///
    /// @param examiner by number
    public record SheetView(String examiner, List<Row> rows, int total, String words, boolean agreed) {
        public SheetView {
            rows = List.copyOf(rows);
        }
    }
}
