package org.kith.credential.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Zlib;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.Jws;
import org.kith.credential.signing.SomeKey;
import org.kith.credential.status.StatusListRefused.Reason;

class StatusListTokenTest {
    private static final String URI = "https://kith.example/status/1";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final StatusListTerms TERMS =
            new StatusListTerms(URI, NOON, NOON.plus(Duration.ofDays(2)), Duration.ofHours(1));

    private final SomeKey key = SomeKey.fresh();
    private final Map<String, Jwk> keys = Map.of(key.jwk().thumbprint(), key.jwk());

    @Test
    void the_drafts_own_token_is_verified() throws StatusListRefused {
        var token = "eyJhbGciOiJFUzI1NiIsImtpZCI6IjEyIiwidHlwIjoic3RhdHVzbGlzdCtqd3QifQ.e"
                + "yJleHAiOjIyOTE3MjAxNzAsImlhdCI6MTY4NjkyMDE3MCwiaXNzIjoiaHR0cHM6Ly9le"
                + "GFtcGxlLmNvbSIsInN0YXR1c19saXN0Ijp7ImJpdHMiOjEsImxzdCI6ImVOcmJ1UmdBQ"
                + "WhjQlhRIn0sInN1YiI6Imh0dHBzOi8vZXhhbXBsZS5jb20vc3RhdHVzbGlzdHMvMSIsI"
                + "nR0bCI6NDMyMDB9.2lKUUNG503R9htu4aHAYi7vjmr3sgApbfoDvPrl65N3URUO1EYqq"
                + "Ql45Jfzd-Av4QzlKa3oVALpLwOEUOq-U_g";
        var draftKey = Jwk.from(Map.of(
                "kty", "EC",
                "crv", "P-256",
                "x", "I3HWm_0Ds1dPMI-IWmf4mBmH-YaeAVbPVu7vB27CxXo",
                "y", "6N_d5Elj9bs1htgV3okJKIdbHEpkgTmAluYKJemzn1M"));

        var list = StatusListToken.verify(token, "https://example.com/statuslists/1", Map.of("12", draftKey));

        assertThat(list.status(0)).isEqualTo(Status.INVALID);
        assertThat(list.status(1)).isEqualTo(Status.VALID);
        assertThat(list.terms().issuedAt()).isEqualTo(Instant.ofEpochSecond(1686920170));
        assertThat(list.terms().expiresAt()).isEqualTo(Instant.ofEpochSecond(2291720170L));
        assertThat(list.terms().ttl()).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void what_is_signed_is_read_back() throws StatusListRefused {
        var list = StatusList.ofSize(2, 100);
        list.set(7, Status.SUSPENDED);
        list.set(8, Status.INVALID);

        var verified = StatusListToken.verify(StatusListToken.sign(TERMS, list, key.signer()), URI, keys);

        assertThat(verified.terms()).isEqualTo(TERMS);
        assertThat(verified.status(6)).isEqualTo(Status.VALID);
        assertThat(verified.status(7)).isEqualTo(Status.SUSPENDED);
        assertThat(verified.status(8)).isEqualTo(Status.INVALID);
        assertThat(verified.status(100)).isEqualTo(Status.UNKNOWN);
        assertThat(verified.status(-1)).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void it_expires_at_exp_and_is_due_again_after_its_ttl() throws StatusListRefused {
        var list = StatusListToken.verify(token(), URI, keys);

        assertThat(list.staleAt(NOON.plusSeconds(3599))).isFalse();
        assertThat(list.staleAt(NOON.plusSeconds(3600))).isTrue();
        assertThat(list.expiredAt(TERMS.expiresAt().minusSeconds(1))).isFalse();
        assertThat(list.expiredAt(TERMS.expiresAt())).isTrue();
        assertThat(list.ageAt(NOON.plusSeconds(60))).isEqualTo(Duration.ofMinutes(1));
        assertThat(list.ageAt(NOON.minusSeconds(60))).isZero();
    }

    @Test
    void a_token_cut_short_anywhere_is_refused() {
        var token = token();
        for (var length = 0; length < token.length(); length++) {
            var cut = token.substring(0, length);

            assertThatThrownBy(() -> StatusListToken.verify(cut, URI, keys)).isInstanceOf(StatusListRefused.class);
        }
    }

    @Test
    void a_letter_changed_anywhere_is_refused() {
        var token = token();
        for (var at = 0; at < token.length(); at++) {
            var changed = new StringBuilder(token);
            changed.setCharAt(at, token.charAt(at) == 'A' ? 'B' : 'A');

            assertThatThrownBy(() -> StatusListToken.verify(changed.toString(), URI, keys))
                    .isInstanceOf(StatusListRefused.class);
        }
    }

    @Test
    void a_list_of_another_address_is_refused() {
        assertThat(reason(token(), URI + "/", keys)).isEqualTo(Reason.ANOTHER_LIST);
    }

    @Test
    void a_key_that_is_not_trusted_is_told_from_a_signature_that_fails() {
        var other = SomeKey.fresh();
        var forged = token().substring(0, token().lastIndexOf('.') + 1) + "A".repeat(86);

        assertThat(reason(token(), URI, Map.of(other.jwk().thumbprint(), other.jwk())))
                .isEqualTo(Reason.UNKNOWN_KEY);
        assertThat(reason(forged, URI, keys)).isEqualTo(Reason.NOT_GENUINE);
    }

    @Test
    void another_kind_of_token_is_refused() {
        var token = Jws.sign("JWT", payload("eNrbuRgAAhcBXQ", 1), key.signer());

        assertThat(reason(token, URI, keys)).isEqualTo(Reason.WRONG_TYPE);
    }

    @ParameterizedTest
    @CsvSource({
        "{\"sub\":\"U\"}, MISSING_CLAIM",
        "{\"sub\":\"U\";\"iat\":1;\"exp\":2}, MISSING_CLAIM",
        "{\"sub\":\"U\";\"iat\":1;\"exp\":\"2\";\"ttl\":3;\"status_list\":{\"bits\":1;\"lst\":\"eNrbuRgAAhcBXQ\"}}, MISSING_CLAIM",
        "{\"sub\":\"U\";\"iat\":1;\"exp\":253402300800;\"ttl\":3;\"status_list\":{\"bits\":1;\"lst\":\"eNrbuRgAAhcBXQ\"}}, MISSING_CLAIM",
        "{\"sub\":\"U\";\"iat\":1;\"exp\":2;\"ttl\":3;\"status_list\":{\"bits\":1}}, MISSING_CLAIM",
        "{\"sub\":\"U\";\"iat\":1;\"exp\":2;\"ttl\":3;\"status_list\":{\"bits\":3;\"lst\":\"eNrbuRgAAhcBXQ\"}}, MALFORMED",
        "{\"sub\":\"U\";\"iat\":1;\"exp\":2;\"ttl\":3;\"status_list\":{\"bits\":1;\"lst\":\"eNrbuRgAAhcBX\"}}, MALFORMED",
        "{\"sub\":\"U\";\"sub\":\"U\"}, MALFORMED",
        "[], MALFORMED"
    })
    void signed_nonsense_is_refused_with_its_reason(String claims, Reason reason) {
        var payload =
                claims.replace(';', ',').replace("\"U\"", "\"" + URI + "\"").getBytes(UTF_8);

        assertThat(reason(Jws.sign("statuslist+jwt", payload, key.signer()), URI, keys))
                .isEqualTo(reason);
    }

    @Test
    void a_signed_bomb_is_refused() {
        var bomb = Base64Url.write(Zlib.deflate(new byte[StatusList.MAX_BYTES + 1], 9));
        var token = Jws.sign("statuslist+jwt", payload(bomb, 1), key.signer());

        assertThatThrownBy(() -> StatusListToken.verify(token, URI, keys))
                .isInstanceOf(StatusListRefused.class)
                .hasMessageContaining("inflates to more than");
    }

    @ParameterizedTest
    @CsvSource({"PT4M59S, P1D", "PT12H1S, P1D", "PT1H, PT59M", "PT1H, P7DT1S"})
    void terms_outside_what_a_pack_may_set_are_not_signed(Duration ttl, Duration life) {
        var terms = new StatusListTerms(URI, NOON, NOON.plus(life), ttl);

        assertThatThrownBy(() -> StatusListToken.sign(terms, StatusList.ofSize(1, 8), key.signer()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_older_of_two_lists_is_known() throws StatusListRefused {
        var first = StatusListToken.verify(token(), URI, keys);
        var later = new StatusListTerms(URI, NOON.plusSeconds(1), TERMS.expiresAt(), TERMS.ttl());
        var second =
                StatusListToken.verify(StatusListToken.sign(later, StatusList.ofSize(2, 100), key.signer()), URI, keys);

        assertThat(first.isOlderThan(second)).isTrue();
        assertThat(second.isOlderThan(first)).isFalse();
        assertThat(first.isOlderThan(first)).isFalse();
    }

    private String token() {
        return StatusListToken.sign(TERMS, StatusList.ofSize(2, 100), key.signer());
    }

    private static byte[] payload(String lst, int bits) {
        return Json.write(
                Map.of("sub", URI, "iat", 1, "exp", 2, "ttl", 3, "status_list", Map.of("bits", bits, "lst", lst)));
    }

    private static Reason reason(String token, String uri, Map<String, Jwk> keys) {
        return catchThrowableOfType(StatusListRefused.class, () -> StatusListToken.verify(token, uri, keys))
                .reason();
    }
}
