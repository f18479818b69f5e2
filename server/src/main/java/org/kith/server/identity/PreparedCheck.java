package org.kith.server.identity;

import java.time.Instant;
import org.kith.server.centre.BookingId;

/// A check that an officer is about to sign.
///
/// @param form        its canonical form, which the signature covers
/// @param digest      SHA-256 of the form, which the passkey is shown
/// @param needsSecond whether a second officer has to look and sign as well
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record PreparedCheck(
        BookingId booking, IdentityCheck check, byte[] form, byte[] digest, boolean needsSecond, Instant preparedAt) {}
