package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A section of the questionnaire as an officer reads it: each answer with what it rests on, and the paper beside it.
public record CaseSection(String title, List<Fact> facts) {
    /// An answer.
    ///
    /// @param code   of the question
    /// @param said   empty where nothing was answered
    /// @param rests  what it rests on, the strongest first; never empty
    /// @param proofs the first pages of papers that show it
    /// @param more   how many papers of those kinds are not among them
    public record Fact(
            String code,
            String question,
            String said,
            boolean differs,
            List<Rest> rests,
            List<Proof> proofs,
            int more) {}

    /// Something that an answer rests on.
    ///
    /// @param key  of the sentence that says so
    /// @param what paper
    /// @param who  officer, by name
    public record Rest(
            String key, String what, String who, @Nullable LocalDate day) {}

    /// A paper beside the fact it shows.
    ///
    /// @param kind of the paper: where the others of it are on the page
    public record Proof(String kind, String title, CasePaper.Leaf leaf) {}
}
