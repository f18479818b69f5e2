package org.kith.server.passkey;

import java.time.Instant;
import org.kith.credential.identity.PasskeyAssertion;

/// What somebody signed with a passkey of theirs.
///
/// @param publicKey a COSE_Key
/// @param keyFrom   since when the passkey is theirs
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record PasskeySignature(byte[] credentialId, byte[] publicKey, Instant keyFrom, PasskeyAssertion assertion) {}
