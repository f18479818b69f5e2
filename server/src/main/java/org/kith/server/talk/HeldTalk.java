package org.kith.server.talk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kith.server.application.ApplicationId;
import org.kith.server.centre.BookingId;
import org.kith.server.staff.OfficerId;

/// A talk that was held, or is being marked.
///
/// @param visit the kind of visit, as the application's pack calls it
/// @param sheets in the order in which they were handed in; none once the person's key is destroyed
public record HeldTalk(
        TalkId id,
        ApplicationId application,
        BookingId booking,
        String visit,
        LocalDate day,
        TalkState state,
        List<Sheet> sheets) {
    public HeldTalk {
        sheets = List.copyOf(sheets);
    }

    public Optional<Sheet> sheetOf(OfficerId examiner) {
        return sheets.stream()
                .filter(sheet -> sheet.examiner().equals(examiner))
                .findFirst();
    }
}
