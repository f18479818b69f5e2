package org.kith.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SoftKey;
import org.kith.server.passkey.Passkeys;
import org.kith.server.site.BaseUrl;
import org.kith.server.staff.EnrolResult.Enrolled;
import org.kith.server.staff.EnrolResult.LinkOver;
import org.kith.server.staff.EnrolResult.NotAccepted;
import org.kith.server.staff.StaffResult.Linked;
import org.springframework.beans.factory.annotation.Autowired;

/// What a browser would not do, but someone without one could.
class ForgedPasskeyTest extends ServerTest {
    @Autowired
    Staff staff;

    @Autowired
    Officers officers;

    @Autowired
    Enrolment enrolment;

    @Autowired
    OfficerSignIn signIn;

    @Autowired
    Passkeys<OfficerId> passkeys;

    @Autowired
    BaseUrl base;

    @Test
    void an_honest_software_key_signs_in() throws Exception {
        var key = enrolled();

        assertThat(signIn(key)).isTrue();
    }

    @Test
    void a_key_that_did_not_verify_its_user_is_not_enrolled() throws Exception {
        var linked = invite();
        var options = passkeys.newKey(linked.officer());

        var result = enrolment.enrol(
                secret(linked), options, key().saying(SoftKey.PRESENT).make(options));

        assertThat(result).isInstanceOf(NotAccepted.class);
    }

    @Test
    void a_key_that_did_not_verify_its_user_does_not_sign_in() throws Exception {
        var key = enrolled();

        assertThat(signIn(key.saying(SoftKey.PRESENT))).isFalse();
    }

    @Test
    void a_passkey_shown_to_another_site_is_worth_nothing_here() throws Exception {
        var key = enrolled();

        assertThat(signIn(key.at("https://evil.example"))).isFalse();
    }

    @Test
    void the_answer_to_another_challenge_is_refused() throws Exception {
        var key = enrolled();
        var answer = key.counting(1).show(passkeys.challenge());

        assertThat(signIn.signIn(passkeys.challenge(), answer)).isEmpty();
    }

    @Test
    void a_copy_of_a_key_shows_by_its_count() throws Exception {
        var key = enrolled();
        assertThat(signIn(key.counting(7))).isTrue();

        assertThat(signIn(key.counting(7))).isFalse();
        assertThat(signIn(key.counting(3))).isFalse();
        assertThat(signIn(key.counting(8))).isTrue();
    }

    @Test
    void options_made_for_one_officer_enrol_no_other() throws Exception {
        var one = invite();
        var other = invite();
        var options = passkeys.newKey(one.officer());

        assertThat(enrolment.enrol(secret(other), options, key().make(options))).isInstanceOf(NotAccepted.class);
    }

    @Test
    void a_passkey_enrolled_once_does_not_enrol_again_for_another() throws Exception {
        var linked = invite();
        var options = passkeys.newKey(linked.officer());
        var key = key();
        assertThat(enrolment.enrol(secret(linked), options, key.make(options))).isInstanceOf(Enrolled.class);
        var second = invite();
        var more = passkeys.newKey(second.officer());

        assertThat(enrolment.enrol(secret(second), more, key.make(more))).isInstanceOf(NotAccepted.class);
    }

    @Test
    void nonsense_is_not_a_passkey() {
        var linked = invite();
        var options = passkeys.newKey(linked.officer());

        for (var nonsense :
                new String[] {"", "{}", "null", "[1]", "{\"id\":\"AA\",\"rawId\":\"AA\",\"response\":{}}"}) {
            assertThat(enrolment.enrol(secret(linked), options, nonsense)).isInstanceOf(NotAccepted.class);
            assertThat(signIn.signIn(passkeys.challenge(), nonsense)).isEmpty();
        }
    }

    @Test
    void a_link_that_was_never_ours_is_over() {
        var options = passkeys.newKey(invite().officer());

        assertThat(enrolment.enrol("A".repeat(43), options, "{}")).isInstanceOf(LinkOver.class);
    }

    private SoftKey enrolled() throws Exception {
        var linked = invite();
        var options = passkeys.newKey(linked.officer());
        var key = key();
        assertThat(enrolment.enrol(secret(linked), options, key.make(options))).isEqualTo(new Enrolled(true));
        return key;
    }

    private boolean signIn(SoftKey key) throws Exception {
        var challenge = passkeys.challenge();
        return signIn.signIn(challenge, key.show(challenge)).isPresent();
    }

    private SoftKey key() {
        return new SoftKey("localhost", base.origin());
    }

    private Linked invite() {
        var manager = officers.all().stream()
                .filter(officer -> officer.name().equals("D. Brandt"))
                .findFirst()
                .orElseThrow();
        return (Linked) staff.invite(
                new Invitation("F. Test " + UUID.randomUUID(), Set.of(Role.CASEWORKER), null), manager.asOfficer());
    }

    private static String secret(Linked linked) {
        return linked.link().address().substring(linked.link().address().lastIndexOf('/') + 1);
    }
}
