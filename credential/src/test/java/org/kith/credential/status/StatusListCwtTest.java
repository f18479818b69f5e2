package org.kith.credential.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.credential.Vectors;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.encoding.Zlib;
import org.kith.credential.signing.CoseSign1;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.SomeKey;
import org.kith.credential.status.StatusListRefused.Reason;

class StatusListCwtTest {
    private static final String URI = "https://example.com/statuslists/1";

    /// Token Status List §5.2, the example.
    private static final byte[] EXAMPLE = HexFormat.of()
            .parseHex("d2845820a2012610781a6170706c69636174696f6e2f7374617475736c6973742b63"
                    + "7774a1044231325850a502782168747470733a2f2f6578616d706c652e636f6d2f73"
                    + "74617475736c697374732f31061a648c5bea041a8898dfea19fffe19a8c019fffda2"
                    + "646269747301636c73744a78dadbb918000217015d584093fa4d01032b18c35e2fe1"
                    + "101b77fd6cc9440022caa4694450c4e4e9feab4e99d1fa6d9772ce2bf3a12e0323de"
                    + "d7c982c5e101a5e67f0cbc1e2b6f57ce99c279");

    private static final Map<String, Jwk> KEYS = Map.of(
            "12",
            Jwk.from(Map.of(
                    "kty", "EC",
                    "crv", "P-256",
                    "x", "I3HWm_0Ds1dPMI-IWmf4mBmH-YaeAVbPVu7vB27CxXo",
                    "y", "6N_d5Elj9bs1htgV3okJKIdbHEpkgTmAluYKJemzn1M")));

    private final SomeKey key = SomeKey.fresh();

    @Test
    void the_drafts_own_token_is_verified() throws StatusListRefused {
        var list = StatusListCwt.verify(EXAMPLE, URI, KEYS);

        assertThat(list.status(0)).isEqualTo(Status.INVALID);
        assertThat(list.status(1)).isEqualTo(Status.VALID);
        assertThat(list.terms())
                .isEqualTo(new StatusListTerms(
                        URI,
                        Instant.ofEpochSecond(1686920170),
                        Instant.ofEpochSecond(2291720170L),
                        Duration.ofHours(12)));
    }

    /// Bytes 36 to 40 are the unprotected header: no signature covers it, and all it does is name a key.
    @Test
    void a_byte_changed_anywhere_or_a_token_cut_short_is_refused() {
        for (var at = 0; at < EXAMPLE.length; at = at == 35 ? 41 : at + 1) {
            var changed = EXAMPLE.clone();
            changed[at] ^= 1;
            var cut = Arrays.copyOf(EXAMPLE, at);

            assertThatThrownBy(() -> StatusListCwt.verify(changed, URI, KEYS)).isInstanceOf(StatusListRefused.class);
            assertThatThrownBy(() -> StatusListCwt.verify(cut, URI, KEYS)).isInstanceOf(StatusListRefused.class);
        }
    }

    @Test
    void each_refusal_has_its_reason() {
        var lst = Zlib.deflate(new byte[10], 6);

        assertThat(reason(EXAMPLE, URI + "/", KEYS)).isEqualTo(Reason.ANOTHER_LIST);
        assertThat(reason(EXAMPLE, URI, Map.of())).isEqualTo(Reason.UNKNOWN_KEY);
        assertThat(reason(EXAMPLE, URI, Map.of("12", key.jwk()))).isEqualTo(Reason.NOT_GENUINE);
        assertThat(reason(token("application/cwt", 1, lst))).isEqualTo(Reason.WRONG_TYPE);
        assertThat(reason(token(StatusListCwt.MEDIA_TYPE, 3, lst))).isEqualTo(Reason.MALFORMED);
        assertThat(reason(token(StatusListCwt.MEDIA_TYPE, 99, lst))).isEqualTo(Reason.MISSING_CLAIM);
        var bomb = Zlib.deflate(new byte[StatusList.MAX_BYTES + 1], 9);
        assertThat(reason(token(StatusListCwt.MEDIA_TYPE, 1, bomb))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void the_drafts_referenced_token_is_genuine() throws Malformed {
        var hex = Vectors.read(Vectors.folder("token-status-list").resolve("referenced_token_cwt.md"));

        var cose = CoseSign1.parse(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));

        assertThat(cose.verify(KEYS.get("12"))).isTrue();
    }

    @Test
    void the_drafts_encodings_in_cbor_are_read() throws Malformed {
        for (var file : new String[] {"encoding1_long", "encoding2_long", "encoding4", "encoding8"}) {
            var hex = Vectors.read(Vectors.folder("token-status-list").resolve("status_list_" + file + "_cbor.md"));
            var list = (Cbor.Map) Cbor.read(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
            var bits = (Cbor.Int) list.get("bits").orElseThrow();
            var lst = (Cbor.Bytes) list.get("lst").orElseThrow();

            assertThat(StatusList.inflate((int) bits.value(), lst.value()).size())
                    .isEqualTo(1 << 20);
        }
    }

    private byte[] token(String typ, int bits, byte[] lst) {
        var header = Cbor.map().put(16, new Cbor.Text(typ)).build();
        var list = Cbor.map().put("bits", new Cbor.Int(bits)).put("lst", new Cbor.Bytes(lst));
        var claims = Cbor.map()
                .put(2, new Cbor.Text(URI))
                .put(4, new Cbor.Int(2))
                .put(6, new Cbor.Int(1))
                .put(65534, new Cbor.Int(300))
                .put(65533, list.build());
        return CoseSign1.sign(header, Cbor.write(claims.build()), key.signer());
    }

    private Reason reason(byte[] token) {
        return reason(token, URI, Map.of("any", key.jwk()));
    }

    private static Reason reason(byte[] token, String uri, Map<String, Jwk> keys) {
        return catchThrowableOfType(StatusListRefused.class, () -> StatusListCwt.verify(token, uri, keys))
                .reason();
    }
}
