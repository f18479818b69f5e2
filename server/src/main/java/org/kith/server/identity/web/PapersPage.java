package org.kith.server.identity.web;

import java.util.List;

/// The kinds of papers that the programme may ask for.
///
/// @param sendable papers to send from home
/// @param atCentre titles of what is shown or done at a centre instead
public record PapersPage(List<Kind> sendable, List<String> atCentre) {
    /// A kind of paper.
    ///
    /// @param sent how many were sent
    public record Kind(String id, String title, String hint, int sent) {}
}
