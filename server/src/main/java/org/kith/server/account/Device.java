package org.kith.server.account;

import java.time.Instant;

/// A browser in which a person is signed in.
///
/// @param name as far as it said, such as “Firefox, Android”; empty if it did not
/// @param here whether it is the one that asks
public record Device(String name, Way by, Instant since, Instant last, boolean here) {}
