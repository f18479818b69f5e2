package org.kith.server.desk.web;

import java.util.List;

/// All papers of one kind in a case, page by page.
///
/// @param steps  ancestors of whom a paper may tell
/// @param from   place of the first, from 1
/// @param to     place of the last
/// @param before the address of the page before; empty on the first
/// @param after  the address of the page after; empty on the last
public record CaseKindPage(
        String id,
        String reference,
        CasePaperKind kind,
        boolean mayJudge,
        List<CasePage.Choice> steps,
        int from,
        int to,
        String before,
        String after) {}
