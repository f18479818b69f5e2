package org.kith.server.desk.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.server.identity.CheckResult.Missing;
import org.kith.server.identity.Hindrance;
import org.kith.server.identity.PassportField;
import org.kith.server.identity.PictureHint;
import org.kith.server.identity.Sameness;

/// One visit before the officer: what was declared, what the passport says, what was sent, and what they see.
///
/// @param name       in the person's own script
/// @param latin      as the passport spells it
/// @param rows       field by field
/// @param differing  how many fields differ
/// @param points    what the programme has officers look at, in its order
/// @param secondWanted whether a colleague waits for this officer's signature
/// @param linesFault what is wrong in the lines as typed; none where they are right or not typed yet
/// @param photoTaken when, on the wall; empty where none was
/// @param errors     by the id of the field on the page
public record VisitPage(
        String booking,
        String when,
        String arrived,
        String reference,
        String name,
        String latin,
        List<Row> rows,
        int differing,
        boolean compared,
        boolean secondWanted,
        List<Point> points,
        @Nullable String linesFault,
        List<Paper> papers,
        String photoTaken,
        List<PictureHint> photoHints,
        Set<Missing> missing,
        Map<String, String> errors,
        String lines,
        String document,
        String face,
        String second,
        String differences,
        String reason,
        ChipPanel chip) {
    /// A field of the passport.
    public record Row(
            PassportField field,
            String declared,
            @Nullable String printed,
            @Nullable Sameness sameness) {}

    /// Something the programme has officers look at.
    ///
    /// @param because why it could not be checked, as far as that was said
    public record Point(
            String id,
            String title,
            boolean checked,
            @Nullable Hindrance because) {
        public String field() {
            return "point-" + id;
        }

        public boolean isSaid() {
            return checked || because != null;
        }
    }

    /// A paper that was sent.
    ///
    /// @param hints what may make it hard to read
    public record Paper(String id, String title, List<Integer> pages, List<PictureHint> hints) {}

    public boolean isDone(Missing what) {
        return !missing.contains(what);
    }
}
