package org.kith.server.identity;

import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.kith.credential.identity.IdentityRecord;
import org.kith.credential.identity.IdentityRecord.OfficersSignature;
import org.kith.server.application.Application;
import org.kith.server.audit.Looks;
import org.kith.server.keys.Purpose;
import org.kith.server.keys.Signing;
import org.kith.server.site.BaseUrl;
import org.kith.server.staff.PasskeyEnds;
import org.springframework.stereotype.Service;

/// Writes out the record of a check for the person it is about: what the officers signed, their signatures, and our
/// word
/// on whose passkeys those were. `kith verify-check` verifies it anywhere.
@Service
public class CheckRecords {
    private final IdentityChecks checks;
    private final CheckSignatures signatures;
    private final PasskeyEnds ends;
    private final Looks looks;
    private final Signing signing;
    private final BaseUrl base;
    private final Clock clock;

    CheckRecords(
            IdentityChecks checks,
            CheckSignatures signatures,
            PasskeyEnds ends,
            Looks looks,
            Signing signing,
            BaseUrl base,
            Clock clock) {
        this.checks = checks;
        this.signatures = signatures;
        this.ends = ends;
        this.looks = looks;
        this.signing = signing;
        this.base = base;
        this.clock = clock;
    }

    /// Nothing for a check of another application, one from before checks were signed, or once its person is erased.
    public Optional<String> of(Application application, CheckId id) {
        var signed = signatures.of(id);
        if (signed.isEmpty()) return Optional.empty();

        return checks.form(application, id).map(form -> write(form, SignedForm.read(form), signed));
    }

    private String write(byte[] form, IdentityCheck check, List<CheckSignatures.Signed> signed) {
        var record = new IdentityRecord(
                base.link(""),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                form,
                URI.create(base.origin()).getHost(),
                base.origin(),
                signed.stream().map(each -> signature(each, check)).toList());
        return record.sign(signing.signer(Purpose.JOURNAL));
    }

    private OfficersSignature signature(CheckSignatures.Signed signed, IdentityCheck check) {
        var signature = signed.signature();
        return new OfficersSignature(
                looks.number(signed.officer().value()).value(),
                check.centre().toString(),
                signature.publicKey(),
                signature.keyFrom(),
                ends.of(signature.credentialId()).orElse(null),
                signature.assertion());
    }
}
