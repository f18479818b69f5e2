package org.kith.credential.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.SomeKey;
import org.kith.credential.status.StatusList;
import org.kith.credential.status.StatusListRefused;
import org.kith.credential.status.StatusListTerms;
import org.kith.credential.status.StatusListToken;

class TrustFileTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final String LIST = "https://kith.example/status/1";
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

    private final TrustedKey card = new TrustedKey(SomeKey.fresh().jwk(), KeyPurpose.CARD, BEGIN, END);
    private final TrustedKey status = new TrustedKey(SomeKey.fresh().jwk(), KeyPurpose.STATUS, BEGIN, END);
    private final TrustFile file = file("https://kith.example", card, status);

    @Test
    void written_and_read_again_it_is_the_same() throws Malformed {
        assertThat(TrustFile.read(file.write())).isEqualTo(file);
    }

    @Test
    void the_fingerprint_is_of_the_issuer_and_its_keys_in_any_order_and_of_nothing_else() {
        var renamed = new TrustFile(file.issuer(), "Another name", file.statusLists(), null, file.keys());

        assertThat(file("https://kith.example", status, card).fingerprint()).isEqualTo(file.fingerprint());
        assertThat(renamed.fingerprint()).isEqualTo(file.fingerprint());
        assertThat(file("https://kith.example", card).fingerprint()).isNotEqualTo(file.fingerprint());
        assertThat(file("https://kith.example.org", card, status).fingerprint()).isNotEqualTo(file.fingerprint());
        var longer = new TrustedKey(card.key(), KeyPurpose.CARD, BEGIN, END.plusSeconds(1));
        assertThat(file("https://kith.example", longer, status).fingerprint()).isNotEqualTo(file.fingerprint());
    }

    @Test
    void a_fingerprint_is_shown_in_groups_and_read_in_any_of_its_forms() {
        var shown = file.fingerprint().toString();

        assertThat(shown).matches("([0-9A-F]{4} ){15}[0-9A-F]{4}");
        assertThat(Fingerprint.parse(shown)).isEqualTo(file.fingerprint());
        assertThat(Fingerprint.parse(shown.toLowerCase(Locale.ROOT).replace(' ', ':')))
                .isEqualTo(file.fingerprint());
        assertThatThrownBy(() -> Fingerprint.parse("12 34")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_printed_in_a_standard_is_not_trusted() {
        assertThatThrownBy(() -> new TrustedKey(SomeKey.ofRfc7515().jwk(), KeyPurpose.CARD, BEGIN, END))
                .hasMessageContaining("printed in a standard");
    }

    @Test
    void a_key_for_lists_is_no_key_for_cards() {
        assertThat(file.keys(KeyPurpose.CARD)).containsExactly(card);
        assertThat(file.keys(KeyPurpose.STATUS)).containsExactly(status);
    }

    @Test
    void a_key_may_have_signed_from_its_first_to_its_last_moment() {
        assertThat(card.mayHaveSignedAt(BEGIN)).isTrue();
        assertThat(card.mayHaveSignedAt(END)).isTrue();
        assertThat(card.mayHaveSignedAt(BEGIN.minusSeconds(1))).isFalse();
        assertThat(card.mayHaveSignedAt(END.plusSeconds(1))).isFalse();
    }

    @Test
    void a_list_is_believed_from_a_key_for_lists_within_its_time_only() throws StatusListRefused {
        var statusKey = SomeKey.fresh();
        var cardKey = SomeKey.fresh();
        var issuer = file(
                "https://kith.example",
                new TrustedKey(statusKey.jwk(), KeyPurpose.STATUS, BEGIN, END),
                new TrustedKey(cardKey.jwk(), KeyPurpose.CARD, BEGIN, END));

        assertThat(issuer.verify(list(statusKey, END), LIST).terms().issuedAt()).isEqualTo(END);
        assertThatThrownBy(() -> issuer.verify(list(statusKey, END.plusSeconds(1)), LIST))
                .isInstanceOf(StatusListRefused.class)
                .hasMessageContaining("not to be used");
        assertThatThrownBy(() -> issuer.verify(list(cardKey, END), LIST))
                .isInstanceOf(StatusListRefused.class)
                .hasMessageContaining("not trusted");
    }

    private static String list(SomeKey key, Instant issuedAt) {
        var terms = new StatusListTerms(LIST, issuedAt, issuedAt.plus(Duration.ofDays(1)), Duration.ofHours(1));
        return StatusListToken.sign(terms, StatusList.ofSize(2, 8), key.signer());
    }

    @ParameterizedTest
    @CsvSource({
        "\"card\", \"seal\", purpose is none of",
        "2026-01-01T00:00:00Z, 1 January, not_before is not a time",
        "2026-01-01T00:00:00Z, 2028-01-01T00:00:00Z, ends after it begins",
        "P-256, P-384, crv",
        "\"kid\", \"id\", kid is missing",
        "\"issuer\", \"issued\", issuer is missing",
        "https://kith.example/status/, http://kith.example/status/, status_lists",
        "Utopia, ' ', name"
    })
    void a_member_that_is_wrong_is_named(String there, String instead, String fault) {
        var json = new String(file.write(), UTF_8);
        assertThat(json).contains(there);

        assertThatThrownBy(() -> TrustFile.read(json.replace(there, instead).getBytes(UTF_8)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(fault);
    }

    @Test
    void a_kid_that_is_another_keys_is_refused() {
        var json = new String(file.write(), UTF_8);
        var mixed = json.replaceFirst(
                "(\"kid\" ?: ?\")" + card.key().thumbprint(),
                "$1" + status.key().thumbprint());

        assertThat(mixed).isNotEqualTo(json);
        assertThatThrownBy(() -> TrustFile.read(mixed.getBytes(UTF_8))).hasMessageContaining("keys[0]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://kith.example",
                "https://kith.example/",
                "https://user@kith.example",
                "https://kith.example?x",
                "https://kith.example#x",
                "kith.example",
                "ftp://kith.example",
                "https:kith",
                ""
            })
    void an_issuer_that_is_no_plain_https_address_is_refused(String issuer) {
        assertThatThrownBy(() -> file(issuer, card)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080", "https://kith.example/utopia"})
    void plain_http_is_for_this_machine(String issuer) {
        assertThat(file(issuer, card).issuer()).isEqualTo(issuer);
    }

    @ParameterizedTest
    @CsvSource({
        "https://kith.example/status/1, true",
        "https://kith.example/status, false",
        "https://kith.example.evil.example/status/1, false",
        "https://kith.example/status/../other, false",
        "https://other.example/status/1, false"
    })
    void a_list_lies_where_the_issuer_says(String uri, boolean allowed) {
        assertThat(file.mayPublish(uri)).isEqualTo(allowed);
    }

    @Test
    void two_files_of_one_issuer_are_refused() {
        assertThatThrownBy(() -> new Trust(List.of(file, file))).isInstanceOf(IllegalArgumentException.class);
    }

    private static TrustFile file(String issuer, TrustedKey... keys) {
        return new TrustFile(issuer, "Utopia", "https://kith.example/status/", null, List.of(keys));
    }
}
