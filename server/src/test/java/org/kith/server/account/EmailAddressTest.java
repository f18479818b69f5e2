package org.kith.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.org",
                "Ana.Miran+card@mail.example.org",
                "o'neill@example.org",
                "анна@почта.example",
                "ليلى@example.org",
                "a@xn--80a1acny.example",
                "_x-y=z@example.co"
            })
    void an_address_in_any_script_is_one(String typed) {
        assertThat(EmailAddress.of(typed)).contains(new EmailAddress(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@",
                "@example.org",
                "ana@example",
                "ana@@example.org",
                "a b@example.org",
                "ana@exa mple.org",
                "ana@example..org",
                "ana@.example.org",
                "<ana@example.org>",
                "ana@example.org, eve@example.org",
                "ana@example.org\nBcc: eve@example.org",
                "ana@example.org\u0000",
                "\"ana\"@example.org",
                "ana@[127.0.0.1]"
            })
    void what_is_not_one_address_is_none(String typed) {
        assertThat(EmailAddress.of(typed)).isEmpty();
    }

    @Test
    void spaces_around_it_are_forgiven() {
        assertThat(EmailAddress.of("  ana@example.org\t")).contains(new EmailAddress("ana@example.org"));
    }

    @Test
    void letters_that_only_look_alike_lead_to_the_mailbox_they_count_as() {
        // The sign for kelvin becomes a small k where case is folded: mail must go to that same k.
        assertThat(EmailAddress.of("\u212Aate@example.org")).contains(new EmailAddress("Kate@example.org"));
        assertThat(EmailAddress.of("ana＠example.org")).contains(new EmailAddress("ana@example.org"));
    }

    @Test
    void an_address_does_not_show_in_logs() {
        assertThat(EmailAddress.of("ana@example.org").orElseThrow()).asString().doesNotContain("ana");
    }
}
