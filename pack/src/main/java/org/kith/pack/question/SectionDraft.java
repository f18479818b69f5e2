package org.kith.pack.question;

import java.util.List;

/// A section as read.
public record SectionDraft(String id, List<PageDraft> pages) {}
