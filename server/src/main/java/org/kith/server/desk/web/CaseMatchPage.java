package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Stage;
import org.kith.server.decision.Verdict;
import org.kith.server.identity.Sameness;
import org.kith.server.matching.MatchVerdict;

/// Two applications side by side: the officer's own case in the clear, the other masked until they open it.
///
/// @param kinds   what the two have in common, as keys of texts
/// @param opened  whether the other's data shows
/// @param family  the number of the family that both belong to; empty if they do not
/// @param other   where the other stands; null while it is masked and nobody judged that they are one person's
/// @param after   what follows from the judgement that stands; null while there is none
public record CaseMatchPage(
        String caseId,
        String reference,
        String match,
        List<String> kinds,
        LocalDate found,
        boolean opened,
        String family,
        @Nullable Other other,
        List<Row> rows,
        Photos photos,
        List<Judged> judgements,
        @Nullable After after,
        boolean mayJudge,
        Form form,
        Map<String, String> errors) {

    /// Where the other application stands.
    public record Other(String id, String reference, Stage stage, LocalDate filed, List<Earlier> decisions) {}

    /// A decision on the other application. Its words stay in its own case.
    public record Earlier(Verdict verdict, String number, LocalDate day) {}

    /// A field of both.
    ///
    /// @param title    in words
    /// @param own      as this case says
    /// @param ownSaid  what was declared instead, where the passport differs
    /// @param other    as the other says; masked until it is opened
    /// @param sameness how the two stand to each other
    public record Row(String title, String own, String ownSaid, String other, String otherSaid, Sameness sameness) {}

    /// Which photos can be shown.
    public record Photos(boolean own, boolean other) {}

    /// A judgement, the newest of which stands.
    ///
    /// @param reference of the case it was judged in; empty for the other one while that is masked
    public record Judged(MatchVerdict verdict, String officer, LocalDate day, String reason, String reference) {}

    /// What follows.
    ///
    /// @param key of the text
    /// @param ask whether the applicant may be asked
    public record After(String key, boolean ask) {}

    /// What an officer wrote. Nothing is chosen for them.
    ///
    /// @param seen the judgement that stood when the form was shown; empty if there was none
    public record Form(String verdict, String reason, String seen) {}
}
