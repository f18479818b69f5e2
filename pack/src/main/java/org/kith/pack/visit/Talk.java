package org.kith.pack.visit;

import java.util.List;
import java.util.Set;

/// A talk on language and culture. It is not an exam: what is talked about and how it is marked stand published before.
///
/// @param grounds that need it, or a certificate in its stead
/// @param paper of the catalogue, that a passed talk counts as
/// @param certificates of the catalogue, that are accepted instead
/// @param examiners how many mark it, each apart
/// @param syllabus what is talked about
public record Talk(
        Set<String> grounds,
        String paper,
        Set<String> certificates,
        int examiners,
        List<String> syllabus,
        MarkingSheet sheet,
        Retake retake,
        Recording recording) {
    /// No single person decides what somebody knows, whatever a pack says.
    public static final int FEWEST_EXAMINERS = 2;

    public Talk {
        if (examiners < FEWEST_EXAMINERS) throw new IllegalArgumentException("A talk has two examiners at least.");
        grounds = Set.copyOf(grounds);
        certificates = Set.copyOf(certificates);
        syllabus = List.copyOf(syllabus);
    }

    /// Whether the talk may be recorded. Nothing here makes a recording; the person's word is all that is kept.
    public enum Recording {
        NEVER,
        WITH_CONSENT
    }
}
