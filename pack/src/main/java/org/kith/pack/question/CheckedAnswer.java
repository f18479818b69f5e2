package org.kith.pack.question;

import java.util.List;

/// What came of checking a form's fields for one question.
public sealed interface CheckedAnswer {
    record Accepted(Value value) implements CheckedAnswer {}

    /// Nothing was written, and nothing had to be.
    record LeftEmpty() implements CheckedAnswer {}

    record Refused(List<FieldFault> faults) implements CheckedAnswer {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
