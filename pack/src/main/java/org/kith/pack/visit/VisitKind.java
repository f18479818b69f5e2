package org.kith.pack.visit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A kind of visit. All its texts begin with `visit.<id>.`: `title`, `bring.<what>`, `check.<what>`.
///
/// @param bring what to bring along, in order
/// @param checks what the officer looks at, in the order in which they do
/// @param during of a plain visit: when it can be booked
/// @param talk set if it is a talk
public record VisitKind(
        String id,
        Kind kind,
        Minutes minutes,
        List<String> bring,
        List<String> checks,
        Set<During> during,
        Optional<Talk> talk) {

    public VisitKind {
        bring = List.copyOf(bring);
        checks = List.copyOf(checks);
        during = Set.copyOf(during);
    }

    /// What such a visit does for an application.
    public enum Kind {
        /// Shows who somebody is; every programme has one.
        IDENTITY,
        /// Shows what somebody knows of language and culture.
        TALK,
        /// Changes nothing: something is handed over, or asked.
        PLAIN
    }

    /// How far an application is.
    public enum During {
        /// Sent and identified, and not decided.
        WAITING,
        WITH_CARD
    }

    /// How long it takes, in minutes.
    ///
    /// @param single for one person alone
    /// @param eachFurther for each further person of a family
    /// @param infant more for each infant: a small child is photographed when it holds still
    public record Minutes(int single, int eachFurther, int infant) {}

    /// Whether passing it counts as that paper of the catalogue.
    public boolean isDoneAs(String paper) {
        return talk.filter(each -> each.paper().equals(paper)).isPresent();
    }

    public String titleKey() {
        return key("title");
    }

    public String bringKey(String what) {
        return key("bring." + what);
    }

    public String checkKey(String what) {
        return key("check." + what);
    }

    public String syllabusKey(String what) {
        return key("syllabus." + what);
    }

    public String criterionKey(String criterion) {
        return key("criterion." + criterion);
    }

    private String key(String part) {
        return "visit." + id + "." + part;
    }
}
