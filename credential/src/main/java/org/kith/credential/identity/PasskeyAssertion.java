package org.kith.credential.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;

/// What an authenticator answered when it was shown a challenge (WebAuthn level 3 §6.3.3), verified without the network
/// and without the site (§7.2, steps 11 to 21). Counts of signatures are not looked at: a signature made offline may
/// come
/// in after a later one.
///
/// @param authenticatorData as signed
/// @param clientData        the JSON that the browser made, as signed
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record PasskeyAssertion(byte[] authenticatorData, byte[] clientData, byte[] signature) {
    private static final int PARTY_HASH = 32;
    private static final int HEADER = 37;
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;

    /// Where and over what an assertion must have been made.
    ///
    /// @param party  the relying party's id, such as `cards.example`
    /// @param origin such as `https://cards.example`
    public record Expected(byte[] challenge, String party, String origin) {}

    /// Whether the holder of this key, verified by their authenticator, answered just this challenge at just this site.
    public boolean isBy(PasskeyKey key, Expected expected) {
        return isAtSite(expected) && isForChallenge(expected) && key.verify(signedBytes(), signature);
    }

    /// The site's own hash, somebody present, and verified: a stolen key without finger or code signs nothing.
    private boolean isAtSite(Expected expected) {
        if (authenticatorData.length < HEADER) return false;
        var flags = authenticatorData[PARTY_HASH];
        return Arrays.equals(
                        authenticatorData,
                        0,
                        PARTY_HASH,
                        Digest.sha256(expected.party().getBytes(UTF_8)),
                        0,
                        PARTY_HASH)
                && (flags & PRESENT) != 0
                && (flags & VERIFIED) != 0;
    }

    private boolean isForChallenge(Expected expected) {
        try {
            var said = Json.object(clientData);
            return said.path("type").asString("").equals("webauthn.get")
                    && said.path("challenge").asString("").equals(Base64Url.write(expected.challenge()))
                    && said.path("origin").asString("").equals(expected.origin())
                    && !said.path("crossOrigin").asBoolean(false);
        } catch (Malformed notJson) {
            return false;
        }
    }

    private byte[] signedBytes() {
        var signed = new ByteArrayOutputStream();
        signed.writeBytes(authenticatorData);
        signed.writeBytes(Digest.sha256(clientData));
        return signed.toByteArray();
    }
}
