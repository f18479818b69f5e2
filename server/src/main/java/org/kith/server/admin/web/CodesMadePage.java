package org.kith.server.admin.web;

import java.time.LocalDate;
import java.util.List;

/// Fresh codes, shown this once.
public record CodesMadePage(String country, List<String> codes, LocalDate until) {
    @Override
    public String toString() {
        return "CodesMadePage[…]";
    }
}
