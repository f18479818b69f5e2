package org.kith.pack.eligibility;

import org.kith.pack.question.Value;

/// An answer that a finding rests on.
public record Said(String question, Value value) {
    /// Without the answer, which is personal data.
    @Override
    public String toString() {
        return question;
    }
}
