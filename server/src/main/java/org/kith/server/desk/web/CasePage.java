package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.GroundView;
import org.kith.server.application.Stage;
import org.kith.server.audit.LookPurpose;
import org.kith.server.identity.Hindrance;
import org.kith.server.identity.Judgement;

/// All that a decision on an application rests on, on one page.
///
/// @param day      of its age, the first being 1
/// @param aim      days within which the programme means to decide
/// @param opened   what the officer opened it for
/// @param news     what changed since the officer last looked
/// @param better   what a newer version of the programme would see better; null where it would not
/// @param tree     of ancestors; null where none is named
/// @param steps    ancestors of whom a paper may tell
/// @param family   what of a family belongs to it
/// @param matches  whether the person may be here already
/// @param holder   who has taken it up
public record CasePage(
        String id,
        String reference,
        String version,
        String latin,
        String own,
        Stage stage,
        long day,
        long aim,
        LookPurpose opened,
        CaseNews news,
        @Nullable CaseBetterView better,
        String holder,
        List<CaseSection> sections,
        @Nullable CaseTree tree,
        List<Choice> steps,
        List<CasePaperKind> papers,
        CaseFamilyView family,
        CaseMatchesView matches,
        @Nullable Identity identity,
        CaseTalksView talks,
        List<GroundView> grounds,
        CaseChecksView checks,
        CaseNotesView notes,
        List<CaseDecisionView> decisions,
        @Nullable CaseDecisionView proposal,
        CaseStopView stop,
        Acts acts,
        CaseRulingView rulings,
        CaseWorkView work,
        List<Choice> groundChoices,
        List<Choice> paperChoices,
        List<Choice> questionChoices,
        CaseWriting writing,
        CaseForm form,
        Map<String, String> errors) {

    /// What the officer may do here.
    public record Acts(boolean decide, boolean sign) {}

    /// What was found at the counter.
    ///
    /// @param officer a registrar, by name
    public record Identity(
            boolean confirmed,
            String officer,
            LocalDate day,
            @Nullable Judgement document,
            @Nullable Judgement face,
            boolean photo,
            boolean chipRead,
            List<Unchecked> unchecked,
            List<Compared> compared) {}

    /// A point of the programme that could not be checked at the counter.
    public record Unchecked(String title, @Nullable Hindrance because) {}

    public record Compared(String field, String declared, String printed, String sameness) {}

    public record Choice(String code, String title) {}

    public boolean isChosen(String verdict) {
        return form.verdict().equals(verdict);
    }
}
