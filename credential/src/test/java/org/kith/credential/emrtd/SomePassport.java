package org.kith.credential.emrtd;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.kith.specimen.SpecimenPassport;
import org.kith.specimen.SpecimenState;

/// Passports of Utopia, and what a reader would hand over of them.
final class SomePassport {
    static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    static final String LINES = """
        P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
        L898902C36UTO7408122F2904157ZE184226B<<<<<18""".replace("\n        ", "\n");
    static final byte[] FACE = "\u00ff\u00d8\u00ff\u00e0 a face".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    private SomePassport() {}

    static SpecimenState utopia() {
        return SpecimenState.of("UT", NOW);
    }

    static SpecimenPassport of(SpecimenState state) {
        return state.passport(LINES, FACE);
    }

    static ChipFiles read(SpecimenPassport passport) {
        return ChipFiles.of(passport.sod(), passport.groups());
    }

    static PassiveResult check(SpecimenPassport passport, SpecimenState... trusted) {
        return check(read(passport), trusted);
    }

    static PassiveResult check(ChipFiles files, SpecimenState... trusted) {
        return new PassiveAuthentication(trust(trusted)).check(files, NOW);
    }

    static TrustedStates trust(SpecimenState... trusted) {
        return TrustedStates.of(
                List.of(trusted).stream().map(state -> der(state.csca())).toList());
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
