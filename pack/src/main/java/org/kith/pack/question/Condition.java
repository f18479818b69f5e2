package org.kith.pack.question;

import java.time.LocalDate;

/// When a question is asked at all.
@FunctionalInterface
public interface Condition {
    /// Whether the answers so far certainly fulfil it.
    boolean isMet(Answers answers, LocalDate today);
}
