package org.kith.server.desk.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Stage;
import org.kith.server.decision.CaseLists.Part;
import org.kith.server.decision.Requirement;

/// Cases by reference, ground and age. Names show when a case is opened, and not before.
///
/// @param one     the part that is shown alone, with all its pages; null where the first cases of several are shown
/// @param parts   that the officer may look at
/// @param mayTakeUp by hand, as they choose
/// @param idle    days after which a case lies untouched
public record CaseQueuePage(
        List<Section> sections,
        @Nullable Part one,
        List<Part> parts,
        Filter filter,
        boolean mayAskNext,
        boolean mayTakeUp,
        int idle) {
    public CaseQueuePage {
        sections = List.copyOf(sections);
        parts = List.copyOf(parts);
    }

    /// Cases in one part.
    ///
    /// @param next address of the next page; empty on the last
    public record Section(Part part, List<Row> rows, String next) {
        public Section {
            rows = List.copyOf(rows);
        }

        /// Of its title.
        public String key() {
            return "case.queue." + part.name().toLowerCase(Locale.ROOT);
        }
    }

    /// A case.
    ///
    /// @param grounds  met by the rules, by their titles; or none
    /// @param language in which its person reads
    /// @param days     since it was filed
    /// @param left     days until the programme means to have decided; below nought where they are over
    /// @param holder   who has taken it up; empty where nobody has
    /// @param missing  for an approval on the first of the grounds met
    public record Row(
            String id,
            String reference,
            List<String> grounds,
            Locale language,
            Stage stage,
            long days,
            long left,
            String holder,
            List<Requirement> missing) {
        public Row {
            grounds = List.copyOf(grounds);
            missing = List.copyOf(missing);
        }

        public String ground() {
            return String.join(", ", grounds);
        }
    }

    /// What is looked for, as it was chosen, and what can be.
    ///
    /// @param language  a tag, or empty for any
    /// @param older     than so many days; 0 for any
    /// @param ground    of the programme as it is now, or empty for any
    /// @param missing   a requirement by its name, or empty for any
    public record Filter(
            String language,
            int older,
            String ground,
            String missing,
            List<Locale> languages,
            List<Ground> grounds,
            List<Requirement> mayMiss) {
        static final List<Integer> AGES = List.of(14, 30, 60, 90, 180);

        public Filter {
            languages = List.copyOf(languages);
            grounds = List.copyOf(grounds);
            mayMiss = List.copyOf(mayMiss);
        }

        public List<Integer> ages() {
            return AGES;
        }
    }

    public record Ground(String code, String title) {}
}
