package org.kith.pack.question;

import java.util.List;

/// A page as read.
public record PageDraft(String id, List<QuestionDraft> questions) {}
