package org.kith.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.verifier.SomeIssuer.ISSUED;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.identity.IdentityRecord;
import org.kith.credential.identity.IdentityRecord.OfficersSignature;
import org.kith.credential.identity.PasskeyAssertion;
import org.kith.verifier.SomeIssuer.KeyPair;

/// The record of a check at a counter through the real command.
class VerifyCheckCommandTest {
    private static final String SITE = "https://kith.example";

    private final SomeIssuer issuer = SomeIssuer.at(SITE);
    private final KeyPair marrow = KeyPair.fresh();
    private CommandLineOf shell;
    private Path trust;

    @BeforeEach
    void trusts_an_issuer(@TempDir Path folder) {
        shell = new CommandLineOf(folder);
        trust = shell.file("trust.json", issuer.trustFile().write());
    }

    @Test
    void a_record_that_its_officer_signed_ends_with_0_and_says_who() throws Exception {
        var record = shell.file("record.jws", record("yes", "yes").getBytes(UTF_8));

        assertThat(run(record)).isZero();
        assertThat(shell.out()).contains("VALID.", "Written out by Utopia; signed by officer 4711.");
    }

    @Test
    void what_was_said_of_each_point_is_told_and_a_record_without_points_stands_as_before() throws Exception {
        var points = "yes\",\"points\":{\"chip-read\":\"no_device\",\"passport-held\":\"checked\"},\"version\":\"2";
        var record = shell.file("record.jws", record(points, points).getBytes(UTF_8));

        assertThat(run(record)).isZero();
        assertThat(shell.out()).contains("VALID.", "  chip-read: no device", "  passport-held: checked");
        shell.kith("verify-check", "--json", "--trust", trust.toString(), record.toString());
        assertThat(shell.out()).contains("\"points\":{\"chip-read\":\"no_device\",\"passport-held\":\"checked\"}");
    }

    @Test
    void a_record_of_which_the_form_was_changed_ends_with_13() throws Exception {
        var record = shell.file("record.jws", record("yes", "no").getBytes(UTF_8));

        assertThat(run(record)).isEqualTo(13);
        assertThat(shell.out()).contains("NOT GENUINE. The officer's passkey did not sign this.");
    }

    @Test
    void an_issuer_nobody_trusts_and_a_file_that_is_no_record_end_with_20() throws Exception {
        var record = shell.file("record.jws", record("yes", "yes").getBytes(UTF_8));
        var other = shell.file(
                "other.json", SomeIssuer.at("https://other.example").trustFile().write());

        assertThat(shell.kith("verify-check", "--trust", other.toString(), record.toString()))
                .isEqualTo(20);
        assertThat(run(shell.file("letter.txt", "Dear all".getBytes(UTF_8)))).isEqualTo(20);
    }

    @Test
    void a_script_gets_a_line_of_json_and_a_person_what_was_signed() throws Exception {
        var record = shell.file("record.jws", record("yes", "yes").getBytes(UTF_8));

        shell.kith("verify-check", "--json", "--form", "--trust", trust.toString(), record.toString());

        assertThat(shell.out())
                .contains(
                        "\"answer\":\"valid\",\"exit_code\":0,\"reason\":\"stands\",\"issuer\":\"https://kith.example\"",
                        "\"officers\":[4711]",
                        "{\"at\":\"" + ISSUED + "\",\"face\":\"yes\"}");
    }

    @Test
    void wrong_use_ends_with_2() {
        assertThat(shell.kith("verify-check")).isEqualTo(2);
        assertThat(shell.kith("verify-check", "--trust", trust.toString(), "missing.jws"))
                .isEqualTo(2);
    }

    private int run(Path record) {
        return shell.kith("verify-check", "--trust", trust.toString(), record.toString());
    }

    /// @param signed what the officer's passkey was shown
    /// @param face   what stands in the record
    private String record(String signed, String face) throws Exception {
        var signature = new OfficersSignature(
                4711, "unit", cose(), ISSUED.minus(Duration.ofDays(1)), null, shown(form(signed)));
        var record = new IdentityRecord(SITE, ISSUED, form(face), "kith.example", SITE, List.of(signature));
        return record.sign(issuer.journal().signer());
    }

    private static byte[] form(String face) {
        return ("{\"at\":\"" + ISSUED + "\",\"face\":\"" + face + "\"}").getBytes(UTF_8);
    }

    private PasskeyAssertion shown(byte[] form) throws Exception {
        var client = """
                {"type":"webauthn.get","challenge":"%s","origin":"%s"}""".formatted(Base64Url.write(IdentityRecord.challenge(form)), SITE)
                .getBytes(UTF_8);
        var authenticator = ByteBuffer.allocate(37)
                .put(sha256("kith.example".getBytes(UTF_8)))
                .put((byte) 0x05)
                .putInt(1)
                .array();
        var signed = new ByteArrayOutputStream();
        signed.writeBytes(authenticator);
        signed.writeBytes(sha256(client));
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(marrow.privateKey());
        signature.update(signed.toByteArray());
        return new PasskeyAssertion(authenticator, client, signature.sign());
    }

    private byte[] cose() {
        var point = marrow.publicKey().getW();
        return Cbor.write(Cbor.map()
                .put(1, new Cbor.Int(2))
                .put(3, new Cbor.Int(-7))
                .put(-1, new Cbor.Int(1))
                .put(-2, new Cbor.Bytes(fixed(point.getAffineX().toByteArray())))
                .put(-3, new Cbor.Bytes(fixed(point.getAffineY().toByteArray())))
                .build());
    }

    private static byte[] fixed(byte[] number) {
        var fixed = new byte[32];
        var length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
