package org.kith.credential.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.identity.IdentityRecord.OfficersSignature;
import org.kith.credential.signing.Jws;
import org.kith.credential.signing.SomeKey;
import org.kith.credential.trust.KeyPurpose;
import org.kith.credential.trust.Trust;
import org.kith.credential.trust.TrustFile;
import org.kith.credential.trust.TrustedKey;

class IdentityRecordTest {
    private static final String ISSUER = "https://cards.example";
    private static final String PARTY = "cards.example";
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant CHECKED = Instant.parse("2026-11-30T09:20:00.123456Z");

    private final SomeKey journal = SomeKey.fresh();
    private final SomeKey card = SomeKey.fresh();
    private final SomePasskey marrow = new SomePasskey(SomePasskey.Kind.ES256);
    private final byte[] form = form("passport_is_right");

    @ParameterizedTest
    @EnumSource
    void a_record_signed_with_a_passkey_of_any_kind_stands(SomePasskey.Kind kind) {
        var passkey = new SomePasskey(kind);

        var result = check(record(form, signature(passkey, form, null)));

        assertThat(result.reason()).isEqualTo(RecordReason.STANDS);
        assertThat(result.issuerName()).isEqualTo("Registry");
    }

    @Test
    void a_record_that_two_officers_signed_needs_both() {
        var pell = new SomePasskey(SomePasskey.Kind.ES256);

        var both = check(record(form, signature(marrow, form, null), signature(pell, form, null)));
        var one = check(record(form, signature(marrow, form, null), signature(pell, form("for_caseworker"), null)));

        assertThat(both.reason()).isEqualTo(RecordReason.STANDS);
        assertThat(one.reason()).isEqualTo(RecordReason.OFFICER_DID_NOT_SIGN);
    }

    @Test
    void a_form_changed_after_the_signature_is_not_genuine() {
        var changed = record(form("for_caseworker"), signature(marrow, form, null));

        assertThat(check(changed).reason()).isEqualTo(RecordReason.OFFICER_DID_NOT_SIGN);
    }

    @Test
    void points_are_part_of_what_was_signed_and_records_without_them_stand() {
        var checked = "{\"at\":\"" + CHECKED + "\",\"points\":{\"chip-read\":\"no_device\",\"photo\":\"checked\"}}";
        var said = checked.getBytes(UTF_8);
        var changed = checked.replace("no_device", "checked").getBytes(UTF_8);

        var result = check(record(said, signature(marrow, said, null)));

        assertThat(result.reason()).isEqualTo(RecordReason.STANDS);
        assertThat(result.record().points())
                .containsExactly(entry("chip-read", "no_device"), entry("photo", "checked"));
        assertThat(check(record(changed, signature(marrow, said, null))).reason())
                .isEqualTo(RecordReason.OFFICER_DID_NOT_SIGN);
        assertThat(check(record(form, signature(marrow, form, null))).record().points())
                .isEmpty();
    }

    @Test
    void a_signature_of_another_passkey_is_not_genuine() {
        var stranger = new SomePasskey(SomePasskey.Kind.ES256);
        var shown = stranger.show(IdentityRecord.challenge(form), PARTY, ISSUER);

        assertThat(check(record(form, signature(marrow, shown, null))).reason())
                .isEqualTo(RecordReason.OFFICER_DID_NOT_SIGN);
    }

    @Test
    void a_signature_made_at_another_site_or_for_a_sign_in_is_not_genuine() {
        var challenge = IdentityRecord.challenge(form);
        var elsewhere = marrow.show(challenge, PARTY, "https://cards.example.evil");
        var otherParty = marrow.show(challenge, "evil.example", ISSUER);
        var registration = marrow.show(challenge, PARTY, ISSUER, 0x05, "webauthn.create");
        var signIn = marrow.show(new byte[32], PARTY, ISSUER);

        assertThat(List.of(elsewhere, otherParty, registration, signIn))
                .allSatisfy(shown -> assertThat(check(record(form, signature(marrow, shown, null)))
                                .reason())
                        .isEqualTo(RecordReason.OFFICER_DID_NOT_SIGN));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x01, 0x04})
    void a_passkey_that_did_not_know_its_user_signs_nothing(int flags) {
        var shown = marrow.show(IdentityRecord.challenge(form), PARTY, ISSUER, flags, "webauthn.get");

        assertThat(check(record(form, signature(marrow, shown, null))).reason())
                .isEqualTo(RecordReason.OFFICER_DID_NOT_SIGN);
    }

    @Test
    void a_passkey_that_had_ended_before_the_check_signs_nothing() {
        var ended = record(form, signature(marrow, form, CHECKED.minusSeconds(1)));
        var endedLater = record(form, signature(marrow, form, CHECKED.plusSeconds(1)));

        assertThat(check(ended).reason()).isEqualTo(RecordReason.PASSKEY_OUT_OF_TIME);
        assertThat(check(endedLater).reason()).isEqualTo(RecordReason.STANDS);
    }

    @Test
    void only_the_issuers_key_for_its_journal_may_write_a_record() {
        var record = record(form, signature(marrow, form, null));

        assertThat(checker(NOW).check(record.sign(card.signer())).reason()).isEqualTo(RecordReason.KEY_NOT_TRUSTED);
        assertThat(checker(NOW).check(record.sign(SomeKey.fresh().signer())).reason())
                .isEqualTo(RecordReason.KEY_NOT_TRUSTED);
        assertThat(new IdentityRecordCheck(new Trust(List.of()), clock(NOW))
                        .check(record.sign(journal.signer()))
                        .reason())
                .isEqualTo(RecordReason.ISSUER_NOT_TRUSTED);
    }

    @Test
    void one_letter_of_the_payload_changed_is_not_genuine() {
        var token = record(form, signature(marrow, form, null)).sign(journal.signer());
        var parts = token.split("\\.", -1);
        var payload = Base64Url.write(new String(decode(parts[1]), UTF_8)
                .replace("\"officer\":17", "\"officer\":18")
                .getBytes(UTF_8));

        assertThat(checker(NOW).check(parts[0] + "." + payload + "." + parts[2]).reason())
                .isEqualTo(RecordReason.ISSUER_DID_NOT_SIGN);
    }

    @Test
    void a_record_from_the_future_or_from_before_its_key_is_unknown() {
        var token = record(form, signature(marrow, form, null)).sign(journal.signer());

        assertThat(checker(NOW.minus(Duration.ofHours(1))).check(token).reason())
                .isEqualTo(RecordReason.NOT_YET);
        var early = new IdentityRecord(
                ISSUER, NOW.minus(Duration.ofDays(500)), form, PARTY, ISSUER, List.of(signature(marrow, form, null)));
        assertThat(check(early).reason()).isEqualTo(RecordReason.KEY_OUT_OF_TIME);
    }

    @Test
    void what_is_no_record_is_unreadable() {
        var token = record(form, signature(marrow, form, null)).sign(journal.signer());
        var otherType = Jws.sign("JWT", "{}".getBytes(UTF_8), journal.signer());
        var notCanonical = " {}".getBytes(UTF_8);

        assertThat(List.of("", "x", "a.b.c", token.substring(0, token.length() / 2), otherType))
                .allSatisfy(
                        text -> assertThat(checker(NOW).check(text).reason()).isEqualTo(RecordReason.UNREADABLE));
        assertThat(check(record(notCanonical, signature(marrow, notCanonical, null)))
                        .reason())
                .isEqualTo(RecordReason.UNREADABLE);
        assertThat(check(record(form)).reason()).isEqualTo(RecordReason.UNREADABLE);
    }

    @Test
    void a_form_has_one_spelling() throws Malformed {
        assertThat(CanonicalForm.read(form).path("differences").asString()).isEqualTo("passport_is_right");
        for (var other :
                List.of("{\"b\":1,\"a\":1}", "{\"a\": 1}", "{\"a\":1.0}", "{\"a\":null}", "{\"a\":[]}", "[]")) {
            assertThatThrownBy(() -> CanonicalForm.read(other.getBytes(UTF_8))).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void a_passkey_of_another_kind_or_a_weak_one_is_no_passkey() throws Exception {
        var weak = (RSAPublicKey) SomePasskey.rsa(1024).getPublic();
        var rsa = Cbor.write(Cbor.map()
                .put(1, new Cbor.Int(3))
                .put(3, new Cbor.Int(-257))
                .put(-1, new Cbor.Bytes(SomePasskey.unsigned(weak.getModulus())))
                .put(-2, new Cbor.Bytes(SomePasskey.unsigned(weak.getPublicExponent())))
                .build());
        var offTheCurve = Cbor.write(Cbor.map()
                .put(1, new Cbor.Int(2))
                .put(3, new Cbor.Int(-7))
                .put(-1, new Cbor.Int(1))
                .put(-2, new Cbor.Bytes(new byte[32]))
                .put(-3, new Cbor.Bytes(new byte[32]))
                .build());

        for (var bad : List.of(
                rsa,
                offTheCurve,
                new byte[0],
                new byte[] {1},
                Cbor.write(Cbor.map().build()))) {
            assertThatThrownBy(() -> PasskeyKey.read(bad)).isInstanceOf(Malformed.class);
        }
    }

    private OfficersSignature signature(SomePasskey passkey, byte[] signed, @Nullable Instant until) {
        return signature(passkey, passkey.show(IdentityRecord.challenge(signed), PARTY, ISSUER), until);
    }

    private static OfficersSignature signature(SomePasskey passkey, PasskeyAssertion shown, @Nullable Instant until) {
        return new OfficersSignature(17, "unit", passkey.cose(), CHECKED.minus(Duration.ofDays(30)), until, shown);
    }

    private static IdentityRecord record(byte[] form, OfficersSignature... signatures) {
        return new IdentityRecord(ISSUER, NOW, form, PARTY, ISSUER, List.of(signatures));
    }

    private RecordResult check(IdentityRecord record) {
        return checker(NOW).check(record.sign(journal.signer()));
    }

    private IdentityRecordCheck checker(Instant now) {
        var begin = NOW.minus(Duration.ofDays(100));
        var end = NOW.plus(Duration.ofDays(100));
        var file = new TrustFile(
                ISSUER,
                "Registry",
                ISSUER + "/status/",
                null,
                List.of(
                        new TrustedKey(card.jwk(), KeyPurpose.CARD, begin, end),
                        new TrustedKey(journal.jwk(), KeyPurpose.JOURNAL, begin, end)));
        return new IdentityRecordCheck(new Trust(List.of(file)), clock(now));
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static byte[] form(String differences) {
        return """
                {"at":"%s","chip":false,"differences":"%s","version":2}""".formatted(CHECKED, differences).getBytes(UTF_8);
    }

    private static byte[] decode(String part) {
        try {
            return Base64Url.read(part);
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }
}
