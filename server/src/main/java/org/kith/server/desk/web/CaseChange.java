package org.kith.server.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Something that is new in a case.
///
/// @param key  of the sentence that says so
/// @param what paper, question, decision or officer; empty where the sentence names none
/// @param part of the page to read on at
public record CaseChange(String key, String what, Instant at, String part) {
    public LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
