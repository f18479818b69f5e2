package org.kith.server.portal.web;

import java.util.List;
import org.kith.pack.Pack;
import org.kith.pack.programme.Check;
import org.kith.pack.text.Texts;

/// What other offices are asked about a person, and what they get, in words for that person.
final class AskedOthers {
    private AskedOthers() {}

    static List<ReviewPage.Asked> of(Pack pack, Texts texts) {
        return pack.checks().stream()
                .flatMap(check -> check.request().stream().map(request -> asked(check, request, pack, texts)))
                .toList();
    }

    private static ReviewPage.Asked asked(Check check, Check.Request request, Pack pack, Texts texts) {
        var gets = request.answers().stream()
                .map(pack.questions()::question)
                .map(question -> texts.text(texts.has(question.shortKey()) ? question.shortKey() : question.labelKey()))
                .toList();
        return new ReviewPage.Asked(
                texts.text(request.recipientKey()), texts.text(check.purposeKey()), gets, texts.text(request.lawKey()));
    }
}
