package org.kith.server.desk.web;

import java.util.List;

/// What a form needs in which an officer writes words that a person reads.
///
/// @param languages in which they can be written
/// @param yours     whose form it is, in a code, so that it can be held where the session ends
public record CaseWriting(List<CasePage.Choice> languages, String yours) {}
