package org.kith.server.account;

/// What came of changing the addresses of an account.
public sealed interface AddressResult {
    /// The same for every address, whether it opens another account or not.
    record Asked() implements AddressResult {}

    record NotAnAddress() implements AddressResult {}

    record AlreadyYours() implements AddressResult {}

    /// As many as anybody needs, or too many requests from one network within an hour.
    record TooMany() implements AddressResult {}

    /// An account has an address.
    record LastOne() implements AddressResult {}

    record Unknown() implements AddressResult {}
}
