package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is new in a case to the officer who reads it.
///
/// @param before  the day on which they last looked; null the first time, when all of it is new
/// @param changes the newest first
public record CaseNews(@Nullable LocalDate before, List<CaseChange> changes) {
    static final CaseNews FIRST_TIME = new CaseNews(null, List.of());
}
