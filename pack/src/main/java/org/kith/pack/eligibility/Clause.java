package org.kith.pack.eligibility;

import java.util.Optional;
import org.kith.pack.rule.Rule;

/// One finding that a ground rests on.
///
/// @param cureKey what would change a no, where there is more to say than the ground says
public record Clause(String id, String textKey, Rule rule, Optional<String> cureKey) {}
