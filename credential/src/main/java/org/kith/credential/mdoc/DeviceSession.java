package org.kith.credential.mdoc;

import java.security.interfaces.ECPrivateKey;
import org.jspecify.annotations.Nullable;

/// The session that a presentation is expected to be for.
///
/// @param readerKey of this session, for devices that prove themselves by a MAC; null where they sign
public record DeviceSession(
        SessionTranscript transcript, @Nullable ECPrivateKey readerKey) {
    public static DeviceSession signed(SessionTranscript transcript) {
        return new DeviceSession(transcript, null);
    }

    /// A record would print its private key.
    @Override
    public String toString() {
        return "DeviceSession";
    }
}
