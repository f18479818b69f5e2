package org.kith.credential.identity;

import java.time.Clock;
import java.time.Duration;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.identity.IdentityRecord.OfficersSignature;
import org.kith.credential.signing.Jws;
import org.kith.credential.trust.KeyPurpose;
import org.kith.credential.trust.Trust;
import org.kith.credential.trust.TrustFile;
import org.kith.credential.trust.TrustedKey;

/// Verifies records of checks against chosen issuers. The issuer's key says whose passkey it was; the passkey says that
/// just this form was signed, by somebody their authenticator knew.
public final class IdentityRecordCheck {
    /// How far two clocks may differ before a time counts as in the future.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Trust trust;
    private final Clock clock;

    public IdentityRecordCheck(Trust trust, Clock clock) {
        this.trust = trust;
        this.clock = clock;
    }

    /// Verifies one record.
    ///
    /// @param text a JWS in compact form, as [IdentityRecord#sign] writes it
    public RecordResult check(String text) {
        try {
            var jws = Jws.parse(text.strip());
            if (!IdentityRecord.TYP.equals(jws.typ())) return without(RecordReason.UNREADABLE);

            var record = IdentityRecordFormat.read(jws.payload());
            var issuer = trust.in(record.issuer());
            return issuer.isEmpty() ? without(RecordReason.ISSUER_NOT_TRUSTED) : signed(jws, record, issuer.get());
        } catch (Malformed unreadable) {
            return without(RecordReason.UNREADABLE);
        }
    }

    private RecordResult signed(Jws jws, IdentityRecord record, TrustFile issuer) throws Malformed {
        var kid = jws.kid().orElse("");
        var named = issuer.keys(KeyPurpose.JOURNAL).stream()
                .filter(key -> key.key().thumbprint().equals(kid))
                .toList();
        if (named.isEmpty()) return without(RecordReason.KEY_NOT_TRUSTED);

        for (TrustedKey key : named) {
            if (jws.verify(key.key().publicKey())) return times(record, key, issuer);
        }
        return without(RecordReason.ISSUER_DID_NOT_SIGN);
    }

    private RecordResult times(IdentityRecord record, TrustedKey key, TrustFile issuer) throws Malformed {
        var reason = reason(record, key);
        return new RecordResult(reason, record, issuer.name());
    }

    private RecordReason reason(IdentityRecord record, TrustedKey key) throws Malformed {
        if (!key.mayHaveSignedAt(record.issuedAt())) return RecordReason.KEY_OUT_OF_TIME;
        if (record.issuedAt().isAfter(clock.instant().plus(SKEW))) return RecordReason.NOT_YET;

        var checkedAt = record.checkedAt();
        for (var signature : record.signatures()) {
            if (!isBy(signature, record)) return RecordReason.OFFICER_DID_NOT_SIGN;
            if (!signature.keyWasTheirsAt(checkedAt)) return RecordReason.PASSKEY_OUT_OF_TIME;
        }
        return RecordReason.STANDS;
    }

    private static boolean isBy(OfficersSignature signature, IdentityRecord record) throws Malformed {
        var expected =
                new PasskeyAssertion.Expected(IdentityRecord.challenge(record.form()), record.party(), record.origin());
        return signature.assertion().isBy(PasskeyKey.read(signature.key()), expected);
    }

    private static RecordResult without(RecordReason reason) {
        return new RecordResult(reason, null, null);
    }
}
