package org.kith.pack.programme;

import java.util.List;
import java.util.Optional;

/// Something looked into before a decision. Its name is the text `check.<id>.title`.
///
/// @param purposeKey why, in words the applicant reads
/// @param required whether nothing is approved or refused before it is done
/// @param coverageKey what it can know and what not, such as the years that a register holds
/// @param request set if another office is asked over HTTP
public record Check(
        String id,
        Kind kind,
        String purposeKey,
        boolean required,
        Optional<String> coverageKey,
        Optional<Request> request) {

    public enum Kind {
        DUPLICATE,
        DOCUMENT,
        MANUAL,
        HTTP
    }

    /// Who is asked what, and by which law; the applicant sees it before sending.
    ///
    /// @param key a point on P-256, X and Y in base64url with a dot between: the answer is signed under it
    public record Request(String recipientKey, String url, List<String> answers, String lawKey, String key) {
        public Request {
            answers = List.copyOf(answers);
        }
    }

    public String titleKey() {
        return "check." + id + ".title";
    }
}
