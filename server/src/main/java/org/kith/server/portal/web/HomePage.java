package org.kith.server.portal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Stage;
import org.kith.server.application.WaitingTimes.Waited;

/// How far an application has come, what the person can do now and by when, and what is still to come.
///
/// @param tasks what is missing; empty where nothing depends on the person
/// @param more  longer to do it; null where no time runs
/// @param comes whether there is something they can come to a centre for
public record HomePage(
        String reference,
        LocalDate filed,
        Stage stage,
        List<Task> tasks,
        @Nullable MoreTimeView more,
        List<Part> way,
        boolean comes) {

    /// The key of the sentence that says what is going on.
    public String key() {
        return "home.stage." + stage.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// Something to do.
    ///
    /// @param address where it is done; null where that is at a centre
    /// @param done    as far as we can see
    /// @param until   the last day for it
    public record Task(
            String title,
            String hint,
            @Nullable String address,
            boolean done,
            @Nullable LocalDate until) {}

    /// A part of the way.
    ///
    /// @param key  of its texts
    /// @param done the moment it was done; null if it is still to come
    public record Part(String key, boolean over, @Nullable Instant done, Expected expected) {}

    /// When a part that is still to come may be done.
    public sealed interface Expected {
        /// There is nothing to say: it is done, or follows at once.
        record Nothing() implements Expected {}

        /// Half of those who came before were through by one day, nine of ten by another.
        record Days(LocalDate half, LocalDate nine, Waited waited) implements Expected {}

        /// Half of them were through by now.
        record Soon(LocalDate nine, Waited waited) implements Expected {}

        /// Even nine of ten were.
        record Late(LocalDate nine, Waited waited) implements Expected {}

        /// So long after something that has not happened yet.
        record After(Waited waited) implements Expected {}

        /// Too few went that way lately.
        record NotKnown() implements Expected {}

        /// It goes on when the person has answered.
        record Yours() implements Expected {}
    }
}
