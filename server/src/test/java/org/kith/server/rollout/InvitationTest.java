package org.kith.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// A country by invitation lets in who holds a code, each code once.
class InvitationTest extends ServerTest {
    private static final Pattern CODE = Pattern.compile("<code class=\"kith-num\">([0-9A-Z-]+)</code>");

    @Autowired
    private Invitations invitations;

    @BeforeEach
    void by_invitation() {
        var set = jdbc.sql("select count(*) from rollout_country where country = 'NOR'")
                .query(Integer.class)
                .single();
        if (set == 0) country().becomes("BY_INVITATION", "");
    }

    @Test
    void a_code_lets_one_person_in_once() {
        var code = codes("NOR", 1).getFirst();
        var layla = country().drafted(address());
        var nadezhda = country().drafted(address());

        assertThat(SomeCountry.send(layla).text()).contains("open by invitation", "Invitation code");
        assertThat(tried(layla, code.toLowerCase(java.util.Locale.ROOT).replace("-", " "))
                        .path())
                .isEqualTo("/apply");
        assertThat(tried(nadezhda, code).text()).contains("This code does not work");

        assertThat(SomeCountry.send(layla).path()).isEqualTo("/apply/sent");
        assertThat(SomeCountry.send(nadezhda).path()).isEqualTo("/country");
    }

    @Test
    void a_code_is_for_one_country_and_ends() {
        var other = codes("XAR", 1).getFirst();
        var over = codes("NOR", 1).getFirst();
        jdbc.sql("update invitation set ends_at = ? where used_by is null and country = 'NOR'")
                .param(OffsetDateTime.parse("2020-01-01T00:00:00Z"))
                .update();
        var layla = country().drafted(address());

        assertThat(tried(layla, other).text()).contains("This code does not work");
        assertThat(tried(layla, over).text()).contains("This code does not work");
        invitations.forget();
        assertThat(jdbc.sql("select count(*) from invitation where ends_at < '2021-01-01'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoever_guesses_is_stopped_after_ten_tries_even_with_the_right_code() {
        var code = codes("NOR", 1).getFirst();
        var layla = country().drafted(address());
        for (var i = 0; i < 10; i++) {
            assertThat(tried(layla, InvitationCode.fresh(new Random(i)).printed())
                            .text())
                    .contains("This code does not work");
        }

        assertThat(tried(layla, code).text()).contains("You tried too many codes");
        assertThat(tried(country().drafted(address()), code).path())
                .as("somebody else holds it")
                .isEqualTo("/apply");
    }

    @Test
    void only_the_hash_of_a_code_is_kept() throws Exception {
        var code = codes("NOR", 3).getFirst();
        var plain = code.replace("-", "");

        var hash =
                MessageDigest.getInstance("SHA-256").digest(plain.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(jdbc.sql("select count(*) from invitation where hash = ?")
                        .param(hash)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var everything = jdbc.sql("select invitation::text from invitation")
                .query(String.class)
                .list();
        assertThat(everything).noneMatch(row -> row.contains(plain) || row.contains(code));
        assertThat(invitations.toString() + new InvitationCode(plain)).doesNotContain(plain);
    }

    @Test
    void a_code_carries_128_random_bits_in_26_characters() {
        var random = new java.security.SecureRandom();
        var codes = java.util.stream.Stream.generate(() -> InvitationCode.fresh(random))
                .limit(2_000)
                .toList();

        assertThat(codes).doesNotHaveDuplicates();
        assertThat(codes).allMatch(code -> code.text().matches("[0-7][0-9A-HJKMNP-TV-Z]{25}"));
        assertThat(InvitationCode.parse(codes.getFirst().printed())).contains(codes.getFirst());
        assertThat(InvitationCode.parse("")).isEmpty();
        assertThat(InvitationCode.parse("x".repeat(10_000))).isEmpty();
    }

    @Test
    void a_manager_is_told_what_is_wrong_with_a_batch() {
        var brandt = Visitor.asOfficer(port, "manager");
        brandt.get("/admin/rollout/codes");

        var nothing = brandt.post("/admin/rollout/codes", Map.of("country", "", "count", "0"));
        var many = brandt.post("/admin/rollout/codes", Map.of("country", "NOR", "count", "1001"));

        assertThat(nothing.text()).contains("Choose a country", "Write a whole number from 1 to 1,000");
        assertThat(many.text()).contains("Write a whole number from 1 to 1,000");
    }

    @Test
    void the_journal_knows_how_many_codes_were_made_and_by_whom_and_no_code() {
        codes("NOR", 2);

        assertThat(jdbc.sql("""
                        select count(*) from journal
                        where deed = 'INVITATIONS_MADE' and actor_kind = 'OFFICER' and person is null
                        """).query(Integer.class).single()).isPositive();
    }

    private SomeCountry country() {
        return new SomeCountry(port, "NOR");
    }

    private List<String> codes(String country, int count) {
        var brandt = Visitor.asOfficer(port, "manager");
        brandt.get("/admin/rollout/codes");
        var page = brandt.post("/admin/rollout/codes", Map.of("country", country, "count", String.valueOf(count)));
        var codes =
                CODE.matcher(page.body()).results().map(found -> found.group(1)).toList();
        assertThat(codes).hasSize(count);
        return codes;
    }

    private static Visitor.Answer tried(Visitor person, String code) {
        person.get("/country");
        return person.post("/country/code", Map.of("code", code));
    }

    private static String address() {
        return "invited-" + UUID.randomUUID() + "@example.org";
    }
}
