package org.kith.server.identity;

import java.time.Instant;

/// A visit as it was finished on a device without a line.
///
/// @param form       what was signed, in its canonical form
/// @param credential the passkey's answer to its digest, as a browser gives it
/// @param lines      the passport's lines, of which the form names the digest
/// @param photo      of which the form names the digest; empty if none was taken
/// @param arrivedAt  when the person was received
@SuppressWarnings("ArrayRecordComponent") // on its way
public record OfflineVisit(byte[] form, String credential, String lines, byte[] photo, Instant arrivedAt) {}
