package org.kith.server.family;

import org.kith.server.identity.DocumentId;

/// A paper of which an officer said whom it tells of.
///
/// @param evidence the paper's id in the catalogue
/// @param step     the one of a group of ancestors, by the id it has among the answers
public record LaidPaper(DocumentId document, String evidence, String step) {}
