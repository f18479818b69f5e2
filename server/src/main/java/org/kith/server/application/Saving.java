package org.kith.server.application;

import java.util.List;
import java.util.Set;
import org.kith.pack.question.FieldFault;

/// What came of saving a page of a draft.
public sealed interface Saving {
    record Saved() implements Saving {}

    /// What was right is saved; these fields need another look.
    record PartlySaved(List<FieldFault> refused) implements Saving {}

    /// Another window or device saved other answers to these questions since this page was opened. Nothing was
    /// overwritten; the person sees both and chooses.
    record ChangedElsewhere(Set<String> questions) implements Saving {}

    /// The application was sent already, or there is none.
    record NotADraft() implements Saving {}
}
