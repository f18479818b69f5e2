package org.kith.server.decision;

import java.time.LocalDate;
import java.util.List;

/// What a newer version of the programme sees for the person that the version they filed under does not.
///
/// @param version as the newer pack calls itself
public record Better(String version, List<Gained> grounds) {
    public Better {
        grounds = List.copyOf(grounds);
    }

    /// A ground that is met under the newer version alone.
    ///
    /// @param from    the day since which it is in force there
    /// @param clauses those that are met there and were not, or that the older version does not have
    public record Gained(String ground, LocalDate from, List<String> clauses) {
        public Gained {
            clauses = List.copyOf(clauses);
        }
    }
}
