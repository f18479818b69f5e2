package org.kith.server.desk.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kith.pack.visit.MarkingSheet;
import org.kith.server.talk.Marks;

/// What an examiner typed and pressed.
///
/// @param fields of the form, by name: `points.<criterion>`, `words`, `recording`
record TalkForm(Map<String, String> fields) {
    static final TalkForm EMPTY = new TalkForm(Map.of());

    String typed(String criterion) {
        return fields.getOrDefault("points." + criterion, "");
    }

    String words() {
        return fields.getOrDefault("words", "").strip();
    }

    String recording() {
        return fields.getOrDefault("recording", "");
    }

    /// Empty where a criterion has no points, or not as many as it can have.
    Optional<Marks> marks(MarkingSheet sheet) {
        var points = new HashMap<String, Integer>();
        for (var criterion : sheet.criteria())
            points(criterion.id()).ifPresent(each -> points.put(criterion.id(), each));
        if (!sheet.isFilledIn(points)) return Optional.empty();

        return Optional.of(new Marks(points, words(), recording().equals("yes")));
    }

    Optional<Integer> points(String criterion) {
        var typed = typed(criterion).strip();
        return typed.matches("[0-9]{1,3}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }
}
