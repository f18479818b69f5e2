package org.kith.pack.question;

import java.time.LocalDate;
import java.util.Set;

/// When a question is asked at all.
public interface Condition {
    /// Whether the answers so far certainly fulfil it.
    boolean isMet(Answers answers, LocalDate today);

    /// Whether no further answer can fulfil it.
    ///
    /// @param never questions that are not asked any more either
    boolean isRuledOut(Answers answers, Set<String> never, LocalDate today);
}
