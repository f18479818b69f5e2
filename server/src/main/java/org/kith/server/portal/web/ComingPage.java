package org.kith.server.portal.web;

import java.util.List;
import org.kith.server.centre.VisitKind;

/// What a person can come to a centre for now.
public record ComingPage(List<Choice> choices) {
    public ComingPage {
        choices = List.copyOf(choices);
    }

    /// One of the things.
    ///
    /// @param title in the programme's words; empty for a hearing, which the software words
    /// @param minutes it takes; 0 where nobody can say
    /// @param bring what to bring along
    public record Choice(VisitKind kind, String title, int minutes, List<String> bring) {
        public Choice {
            bring = List.copyOf(bring);
        }
    }
}
