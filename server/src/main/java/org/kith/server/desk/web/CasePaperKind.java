package org.kith.server.desk.web;

import java.util.List;

/// Papers of one kind in a case, the newest first: a few of them, and where the rest is.
///
/// @param count of all there are
/// @param rest  the page with all of them; empty where none is left out
public record CasePaperKind(String code, String title, int count, List<CasePaper> papers, String rest) {}
