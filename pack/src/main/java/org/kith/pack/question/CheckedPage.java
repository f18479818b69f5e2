package org.kith.pack.question;

import java.util.List;
import java.util.Map;

/// What came of checking a page's form: what to save, what was left empty, what to put right.
public record CheckedPage(Map<String, Value> accepted, List<String> leftEmpty, List<FieldFault> refused) {}
