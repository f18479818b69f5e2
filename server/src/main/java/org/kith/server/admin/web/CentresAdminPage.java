package org.kith.server.admin.web;

import java.util.List;

/// The centres that a manager may close.
public record CentresAdminPage(List<Line> centres) {
    /// A centre, and how often it is closed at short notice in the time to come.
    public record Line(String code, String town, int closures) {}
}
