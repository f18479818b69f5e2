package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.server.talk.TalkState;

/// A talk before one of its examiners. Until every sheet is in, they see their own alone.
///
/// @param when     on the centre's wall
/// @param handedIn how many sheets are in
/// @param own      their sheet; null until they hand it in
/// @param sheets   all of them, once all are in
/// @param maySay   whether their word is still wanted
/// @param again    the day from which the person may talk again; null where that does not matter
/// @param consents whether the person is asked about a recording
public record TalkMarkPage(
        String booking,
        String when,
        String reference,
        String title,
        int examiners,
        int handedIn,
        TalkState state,
        List<String> syllabus,
        List<Row> rows,
        int pass,
        int most,
        @Nullable TalkSheetView own,
        List<TalkSheetView> sheets,
        boolean maySay,
        @Nullable LocalDate again,
        boolean consents,
        String words,
        String recording,
        Map<String, String> errors) {
    public TalkMarkPage {
        syllabus = List.copyOf(syllabus);
        rows = List.copyOf(rows);
        sheets = List.copyOf(sheets);
    }

    /// A criterion.
    ///
    /// @param typed as the examiner wrote it
    public record Row(String id, String title, int most, String typed) {}
}
