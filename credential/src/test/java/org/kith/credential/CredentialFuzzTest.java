package org.kith.credential;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.kith.credential.encoding.Base45;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.encoding.PlainJson;
import org.kith.credential.encoding.Zlib;
import org.kith.credential.mdoc.DeviceResponse;
import org.kith.credential.mdoc.DeviceSession;
import org.kith.credential.mdoc.IssuerSigned;
import org.kith.credential.mdoc.MdocRefused;
import org.kith.credential.mdoc.MdocVerifier;
import org.kith.credential.mdoc.SessionTranscript;
import org.kith.credential.mrz.MrzReader;
import org.kith.credential.mrz.MrzReading;
import org.kith.credential.mrz.Transliteration;
import org.kith.credential.qr.PresentedCardQr;
import org.kith.credential.sdjwt.KeyBinding;
import org.kith.credential.sdjwt.PresentedSdJwt;
import org.kith.credential.sdjwt.SdJwtRefused;
import org.kith.credential.sdjwt.SdJwtVerifier;
import org.kith.credential.signing.CoseSign1;
import org.kith.credential.signing.Jws;
import org.kith.credential.signing.SomeKey;
import org.kith.credential.status.StatusListCwt;
import org.kith.credential.status.StatusListRefused;
import org.kith.credential.status.StatusListToken;
import org.kith.credential.trust.TrustFile;

/// Whatever a stranger types, shows to a camera or answers to a request: it is read, or refused in the way its reader
/// says.
/// Nothing else is thrown, nothing hangs, and what was read is written as it was.
///
/// `bin/test` runs the inputs below src/test/resources; `bin/fuzz credential CredentialFuzzTest` looks for more.
class CredentialFuzzTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final String LIST = "https://kith.example/status/1";
    private static final String LONG = "2m";
    private static final String CARD = "org.example.card.1";
    private static final SessionTranscript SESSION =
            SessionTranscript.ofOpenId4Vp("x509_hash:abc", "nonce-1", null, "https://shop.example/answer");

    @FuzzTest(maxDuration = LONG)
    void a_machine_readable_zone(byte[] content) {
        switch (MrzReader.read(new String(content, UTF_8), TODAY)) {
            case MrzReading.Refused(var faults) ->
                assertThat(faults).allSatisfy(fault -> assertThat(fault.mend()).isNotBlank());
            case MrzReading.Read(var mrz) ->
                assertThat(MrzReader.read(String.join("\n", mrz.lines()), TODAY))
                        .isEqualTo(new MrzReading.Read(mrz));
        }
    }

    @FuzzTest(maxDuration = LONG)
    void a_name(byte[] content) {
        assertThat(Transliteration.toMrz(new String(content, UTF_8))).matches("([A-Z]+(<[A-Z]+)*)?");
    }

    @FuzzTest(maxDuration = LONG)
    void a_code_before_a_camera(byte[] content) {
        var text = new String(content, ISO_8859_1);

        accepts(() -> PresentedCardQr.parse(text));
        // Behind the base45, the deflate and the tag that few random letters get through.
        accepts(() -> PresentedCardQr.parse(Base45.write(content)));
        accepts(() -> PresentedCardQr.parse(Base45.write(Zlib.deflate(content, 9))));
    }

    @FuzzTest(maxDuration = LONG)
    void what_a_code_says_under_a_good_signature(byte[] content) {
        var signed = CoseSign1.sign(Cbor.map().build(), content, Loaded.KEY.signer());

        accepts(() -> PresentedCardQr.parse(Base45.write(Zlib.deflate(signed, 9))));
    }

    @FuzzTest(maxDuration = LONG)
    void cbor(byte[] content) {
        accepts(() -> {
            var read = Cbor.read(content);
            assertThat(Cbor.read(Cbor.write(read))).isEqualTo(read);
        });
    }

    @FuzzTest(maxDuration = LONG)
    void json(byte[] content) {
        accepts(() -> {
            // 5.0 is written 5, so what is compared is what was written.
            var written = PlainJson.write(PlainJson.read(content));
            assertThat(PlainJson.write(PlainJson.read(written))).isEqualTo(written);
        });
    }

    @FuzzTest(maxDuration = LONG)
    void a_trust_file(byte[] content) {
        accepts(() -> {
            var read = TrustFile.read(content);
            assertThat(TrustFile.read(read.write())).isEqualTo(read);
        });
    }

    @FuzzTest(maxDuration = LONG)
    void an_sd_jwt(byte[] content) {
        refuses(new String(content, ISO_8859_1));
    }

    /// The first line is what the issuer signed; each other line is a disclosure.
    @FuzzTest(maxDuration = LONG)
    void an_sd_jwt_under_a_good_signature(byte[] content) {
        var lines = new String(content, ISO_8859_1).split("\n", -1);
        var text = new StringBuilder(
                Jws.sign(SdJwtVerifier.CREDENTIAL, lines[0].getBytes(ISO_8859_1), Loaded.KEY.signer()) + "~");
        for (var i = 1; i < lines.length; i++) {
            text.append(Base64Url.write(lines[i].getBytes(ISO_8859_1))).append('~');
        }
        refuses(text.toString());
    }

    @FuzzTest(maxDuration = LONG)
    void a_status_list(byte[] content) {
        var keys = Map.of("1", Loaded.KEY.jwk());
        var jwt = Jws.sign("statuslist+jwt", content, Loaded.KEY.signer());

        try {
            StatusListToken.verify(new String(content, ISO_8859_1), LIST, keys);
        } catch (StatusListRefused refused) {
            assertThat(refused.reason()).isNotNull();
        }
        try {
            StatusListToken.verify(jwt, LIST, keys);
        } catch (StatusListRefused refused) {
            assertThat(refused.reason()).isNotNull();
        }
        try {
            StatusListCwt.verify(content, LIST, keys);
        } catch (StatusListRefused refused) {
            assertThat(refused.reason()).isNotNull();
        }
    }

    @FuzzTest(maxDuration = LONG)
    void an_mdoc(byte[] content) {
        believes(() -> mdocs().verify(IssuerSigned.parse(content), CARD));
        believes(() -> {
            for (var document : DeviceResponse.parse(content).documents())
                mdocs().verify(document, CARD, DeviceSession.signed(SESSION));
        });
    }

    /// What the issuer signed.
    @FuzzTest(maxDuration = LONG)
    void an_mdoc_under_a_good_signature(byte[] content) {
        var chain = Cbor.map().put(33, new Cbor.Bytes(new byte[] {0})).build();
        var signed = CoseSign1.signUntagged(chain, content, Loaded.KEY.signer());
        var mdoc = Cbor.write(Cbor.map().put("issuerAuth", signed).build());

        believes(() -> mdocs().verify(IssuerSigned.parse(mdoc), CARD));
    }

    private static MdocVerifier mdocs() {
        return new MdocVerifier((chain, signedAt) -> Optional.of(Loaded.KEY.jwk()), CLOCK);
    }

    private static void believes(Believing mdoc) {
        try {
            mdoc.verify();
        } catch (MdocRefused refused) {
            assertThat(refused.reason()).isNotNull();
        } catch (Malformed refused) {
            assertThat(refused.fault()).isNotBlank();
        }
    }

    private interface Believing {
        void verify() throws Malformed, MdocRefused;
    }

    private static void refuses(String compact) {
        var verifier = SdJwtVerifier.ofCredentials((issuer, header) -> Optional.of(Loaded.KEY.jwk()), CLOCK);
        try {
            verifier.verify(PresentedSdJwt.parse(compact), new KeyBinding.None());
        } catch (SdJwtRefused refused) {
            assertThat(refused.reason()).isNotNull();
        }
    }

    private static void accepts(Reading reading) {
        try {
            reading.read();
        } catch (Malformed refused) {
            assertThat(refused.fault()).isNotBlank();
        }
    }

    private interface Reading {
        void read() throws Malformed;
    }

    /// Made after the fuzzer has set itself up.
    private static final class Loaded {
        static final SomeKey KEY = SomeKey.ofRfc7515();
    }
}
