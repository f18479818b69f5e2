package org.kith.server.admin.web;

import java.util.List;
import org.kith.server.application.Stage;
import org.kith.server.decision.CaseFigures.Count;
import org.kith.server.decision.Verdict;

/// Figures without names.
///
/// @param days    that the outcomes are of
/// @param ages    the least days of each age of a queue
/// @param appealed what came of appeals, by ground
public record FiguresPage(
        int days,
        List<Integer> ages,
        List<Queue> queues,
        List<Verdict> verdicts,
        List<Line> grounds,
        List<Line> centres,
        List<Verdict> appeals,
        List<Line> appealed,
        List<Work> officers) {
    public static final List<Integer> WINDOWS = List.of(30, 90, 365);

    public FiguresPage {
        ages = List.copyOf(ages);
        queues = List.copyOf(queues);
        verdicts = List.copyOf(verdicts);
        grounds = List.copyOf(grounds);
        centres = List.copyOf(centres);
        appeals = List.copyOf(appeals);
        appealed = List.copyOf(appealed);
        officers = List.copyOf(officers);
    }

    public List<Integer> windows() {
        return WINDOWS;
    }

    /// A stage, and what lies there by its age.
    public record Queue(Stage stage, List<Count> counts) {
        public Queue {
            counts = List.copyOf(counts);
        }
    }

    /// A ground or a centre, and what was decided there.
    public record Line(String title, List<Count> counts) {
        public Line {
            counts = List.copyOf(counts);
        }
    }

    /// An officer by number, and their work.
    public record Work(String number, Count decided, Count signed, Count held) {}
}
