package org.kith.credential.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.Signer;

/// What was checked at a counter, as its officers signed it, with the issuer's word on whose keys those were. Anyone
/// can
/// verify it with the network off and without the issuer's server.
///
/// @param issuer     the issuer's address, letter for letter as its trust file names it
/// @param issuedAt   when the issuer wrote it out
/// @param form       the check in its canonical form (RFC 8785), which each signature covers
/// @param party      the relying party's id of the officers' passkeys
/// @param origin     the site at which they signed
/// @param signatures of the officer at the counter, and of a second one where a second had to look
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record IdentityRecord(
        String issuer, Instant issuedAt, byte[] form, String party, String origin, List<OfficersSignature> signatures) {
    /// Keeps it from passing for another kind of token (RFC 8725 §3.11).
    static final String TYP = "kith-identity-record+jws";

    public IdentityRecord {
        signatures = List.copyOf(signatures);
    }

    /// One officer's signature.
    ///
    /// @param officer   the number under which people outside know them
    /// @param unit      where they worked then
    /// @param key       the public half of their passkey, a COSE_Key
    /// @param keyFrom   since when it was theirs
    /// @param keyUntil  until when; null if it still is
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record OfficersSignature(
            long officer,
            String unit,
            byte[] key,
            Instant keyFrom,
            @Nullable Instant keyUntil,
            PasskeyAssertion assertion) {
        boolean keyWasTheirsAt(Instant moment) {
            return !moment.isBefore(keyFrom) && (keyUntil == null || moment.isBefore(keyUntil));
        }
    }

    /// What the officers' authenticators were shown for this form.
    public static byte[] challenge(byte[] form) {
        return Digest.sha256(form);
    }

    /// A JWS in compact form (RFC 7515 §7.1) whose payload is this record.
    public String sign(Signer signer) {
        return IdentityRecordFormat.sign(this, signer);
    }

    /// What the officers said of each point of the programme, by its id: `checked`, or why it could not be. Empty where
    /// nothing was said of them, as in records of the time before.
    public Map<String, String> points() {
        try {
            var points = new TreeMap<String, String>();
            Json.object(form)
                    .path("points")
                    .properties()
                    .forEach(each -> points.put(each.getKey(), each.getValue().asString("")));
            return points;
        } catch (Malformed unreadable) {
            return Map.of();
        }
    }

    /// When the check was made, as the form says.
    Instant checkedAt() throws Malformed {
        return IdentityRecordFormat.time(CanonicalForm.read(form), "at");
    }
}
