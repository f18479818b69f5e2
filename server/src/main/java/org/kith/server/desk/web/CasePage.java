package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.GroundView;
import org.kith.server.application.Stage;
import org.kith.server.audit.LookPurpose;
import org.kith.server.identity.Judgement;
import org.kith.server.identity.PictureHint;

/// All that a decision on an application rests on, on one page.
///
/// @param day      of its age, the first being 1
/// @param aim      days within which the programme means to decide
/// @param opened   what the officer opened it for
/// @param family   what of a family belongs to it
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
        String holder,
        List<Section> sections,
        List<Paper> papers,
        CaseFamilyView family,
        @Nullable Identity identity,
        List<GroundView> grounds,
        List<CaseDecisionView> decisions,
        @Nullable CaseDecisionView proposal,
        Acts acts,
        List<Choice> groundChoices,
        List<Choice> paperChoices,
        List<Choice> questionChoices,
        CaseForm form,
        Map<String, String> errors) {

    /// What the officer may do here.
    public record Acts(boolean takeUp, boolean decide, boolean sign) {}

    public record Section(String title, List<Fact> facts) {}

    /// An answer, and what it rests on.
    ///
    /// @param said empty where nothing was answered
    public record Fact(String question, String said, String restsOn, boolean differs) {}

    /// A paper that was sent.
    ///
    /// @param hints what may make it hard to read
    public record Paper(String id, String title, LocalDate day, List<Integer> pages, List<PictureHint> hints) {}

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
            List<Compared> compared) {}

    public record Compared(String field, String declared, String printed, String sameness) {}

    public record Choice(String code, String title) {}

    public boolean isChosen(String verdict) {
        return form.verdict().equals(verdict);
    }
}
