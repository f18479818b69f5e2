package org.kith.server.account;

import org.kith.server.site.LocalPath;
import org.kith.server.vault.PersonId;

/// What came of following a link, or of typing its code.
public sealed interface EnterResult {
    /// Signed in.
    ///
    /// @param next where the person wanted to go
    record Entered(PersonId person, LocalPath next) implements EnterResult {}

    /// The link was opened in another browser than the one that asked.
    ///
    /// @param code to be typed in the browser that asked: six characters
    record OtherBrowser(String code) implements EnterResult {}

    /// The code is not one of a link this browser asked for.
    record WrongCode() implements EnterResult {}

    /// Used, too old, or never ours.
    record NoLonger() implements EnterResult {}
}
