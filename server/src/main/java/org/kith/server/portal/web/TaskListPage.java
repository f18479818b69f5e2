package org.kith.server.portal.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A draft as a list of parts, each with how far it has come.
///
/// @param ofRelatives papers of relatives that serve it, or did
/// @param keptUntil the day the draft goes if nobody touches it
/// @param notOpen   key of what stands in the way where the person lives; null where nothing does
public record TaskListPage(
        List<Section> sections,
        int done,
        int parts,
        boolean complete,
        LocalDate keptUntil,
        @Nullable String notOpen,
        Task papers,
        List<Task> ofRelatives) {
    public record Section(String title, List<Task> tasks) {}

    public record Task(
            String title, @Nullable String hint, @Nullable String address, State state) {}

    public enum State {
        DONE("done", ""),
        STARTED("started", "govuk-tag--blue"),
        OPEN("open", ""),
        OPTIONAL("optional", ""),
        LATER("later", "");

        private final String key;
        private final String tag;

        State(String key, String tag) {
            this.key = key;
            this.tag = tag;
        }

        public String key() {
            return "tasks.state." + key;
        }

        public String tag() {
            return tag;
        }
    }

    /// Width of the meter, of 100.
    public int progress() {
        return parts == 0 ? 0 : 100 * done / parts;
    }
}
