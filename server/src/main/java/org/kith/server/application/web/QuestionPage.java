package org.kith.server.application.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.pack.question.QuestionType;

/// A page of questions, in a draft or in the check without an account.
///
/// @param action    where the form goes
/// @param caption   the section it belongs to
/// @param seen      the version of each answer when this page was made
/// @param elsewhere what another window saved meanwhile, by the question's label
/// @param filled    whether the fields were just filled from a passport's lines
/// @param held      whether this was typed before the session ended, and is not saved
/// @param yours     whose form it is, in a code; empty without an account
public record QuestionPage(
        String action,
        String back,
        @Nullable String caption,
        String title,
        List<QuestionView> questions,
        Map<String, Integer> seen,
        Map<String, String> elsewhere,
        boolean anonymous,
        boolean filled,
        boolean held,
        String yours) {

    /// All that is wrong on the page, by field, for the summary on top.
    public Map<String, String> errors() {
        var all = new LinkedHashMap<String, String>();
        questions.forEach(question -> all.putAll(question.errors()));
        return all;
    }

    /// Questions that follow each other for one reason say it once.
    public boolean saysWhy(QuestionView question) {
        var place = questions.indexOf(question);
        return place == 0 || !questions.get(place - 1).why().equals(question.why());
    }

    /// Where a photo of the passport page may be given instead of typing its lines; null where there is no such place.
    public @Nullable String photoAddress(QuestionView question) {
        var page = action.replaceFirst("^/apply/questions/", "");
        var isOfADraft = !anonymous && !page.equals(action) && page.indexOf('/') < 0;
        return question.type() == QuestionType.PASSPORT && isOfADraft ? "/apply/passport/" + page : null;
    }

    public boolean isProblem() {
        return !errors().isEmpty() || !elsewhere.isEmpty();
    }
}
