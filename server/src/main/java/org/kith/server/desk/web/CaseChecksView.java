package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;

/// What the programme wants looked into before a decision, and how far it is.
public record CaseChecksView(List<Row> rows) {
    /// One check.
    ///
    /// @param sign      that stands before it: `yes`, `wait`, `unknown` or `differs`
    /// @param stateKey  of the word for how it stands
    /// @param recipient another office that is asked; empty where an officer looks
    /// @param coverage  what it can know; empty where the programme does not say
    /// @param asking    whether the other office is asked, or will be again
    /// @param mayRecord whether the officer may write down what they found
    /// @param found     the newest first
    public record Row(
            String code,
            String title,
            String purpose,
            String sign,
            String stateKey,
            boolean required,
            boolean done,
            String recipient,
            String law,
            String coverage,
            boolean asking,
            boolean mayRecord,
            List<Finding> found) {}

    /// What was found once.
    ///
    /// @param who        an officer, by name; empty where it was the other office
    /// @param failureKey of why it is not known; empty where it is
    public record Finding(
            String outcomeKey,
            String who,
            LocalDate day,
            String words,
            String source,
            String asOf,
            String failureKey) {}
}
