package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.Map;

/// A form for one note, where it corrects another or something about it has to be put right.
///
/// @param corrects id of the note that it corrects; empty if it corrects none
public record CaseNotePage(
        String id, String reference, String words, String corrects, LocalDate shownFrom, Map<String, String> errors) {}
