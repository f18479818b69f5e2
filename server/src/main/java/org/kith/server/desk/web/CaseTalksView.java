package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;
import org.kith.server.talk.TalkState;

/// The talks of a case, each a fact with its source.
///
/// @param asked   whether a ground of the person needs a talk
/// @param settled whether one was passed, or something lies there in its stead
/// @param instead whether it is settled by a certificate
public record CaseTalksView(boolean asked, boolean settled, boolean instead, List<Row> rows) {
    public CaseTalksView {
        rows = List.copyOf(rows);
    }

    public boolean isShown() {
        return asked || !rows.isEmpty();
    }

    /// A talk.
    ///
    /// @param sheets none while it is being marked
    public record Row(String title, LocalDate day, TalkState state, List<TalkSheetView> sheets) {
        public Row {
            sheets = List.copyOf(sheets);
        }
    }
}
