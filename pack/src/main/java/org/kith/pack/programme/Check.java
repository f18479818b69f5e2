package org.kith.pack.programme;

import java.util.List;
import java.util.Optional;

/// Something looked into before a decision. Its name is the text `check.<id>.title`.
///
/// @param purposeKey why, in words the applicant reads
/// @param request set if another office is asked over HTTP
public record Check(String id, Kind kind, String purposeKey, Optional<Request> request) {

    public enum Kind {
        DUPLICATE,
        DOCUMENT,
        MANUAL,
        HTTP
    }

    /// Who is asked what, and by which law; the applicant sees it before sending.
    public record Request(String recipientKey, String url, List<String> answers, String lawKey) {
        public Request {
            answers = List.copyOf(answers);
        }
    }

    public String titleKey() {
        return "check." + id + ".title";
    }
}
