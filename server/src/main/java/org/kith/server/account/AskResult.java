package org.kith.server.account;

import org.kith.server.site.LinkSecret;

/// What came of asking for a link.
public sealed interface AskResult {
    /// The same for every address, whether it has an account or not, and whether a mail went out or too many had
    /// before.
    ///
    /// @param browser what the browser that asked is known by from now on
    record Asked(LinkSecret browser) implements AskResult {}

    record NotAnAddress() implements AskResult {}

    /// Too many requests came from the same network within an hour.
    record TooManyFromThere() implements AskResult {}
}
