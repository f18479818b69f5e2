package org.kith.specimen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// The chip in software against the worked examples of ICAO Doc 9303-11, appendices D and G.
class IcaoWorkedExamplesTest {
    private static final String PRINTED = "L898902C<369080619406236";

    @Test
    void the_keys_of_basic_access_control_come_from_what_the_page_prints() throws GeneralSecurityException {
        var seed = Arrays.copyOf(Ciphers.sha1(PRINTED.getBytes(StandardCharsets.US_ASCII)), 16);

        assertThat(seed).isEqualTo(hex("239AB9CB282DAF66231DC5A4DF6BFBAE"));
        var ciphers = Ciphers.TripleDes.of(seed);
        var challenge = hex("781723860C06C2264608F919887022120B795240CB7049B01C19B33E32804F0B");
        var cryptogram = ciphers.cipher(Cipher.ENCRYPT_MODE).doFinal(challenge);
        assertThat(cryptogram).isEqualTo(hex("72C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F2"));
        assertThat(ciphers.mac(Octets.padded(cryptogram, 8))).isEqualTo(hex("5F1448EEA8AD90A7"));
    }

    @Test
    void a_sealed_command_is_opened_and_its_answer_sealed() throws GeneralSecurityException {
        var keys =
                new Ciphers.TripleDes(hex("979EC13B1CBFE9DCD01AB0FED307EAE5"), hex("F1CB1F1FB5ADF208806B89DC579DC1F8"));
        var channel = new SecureChannel(keys, hex("887022120C06C226"));

        var command = channel.open(hex("0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800"))
                .orElseThrow();

        assertThat(command.data()).isEqualTo(hex("011E"));
        assertThat(channel.seal(hex("9000"))).isEqualTo(hex("990290008E08FA855A5D4C50A8ED9000"));
    }

    @Test
    void a_command_with_one_bit_changed_is_not_opened() throws GeneralSecurityException {
        var keys =
                new Ciphers.TripleDes(hex("979EC13B1CBFE9DCD01AB0FED307EAE5"), hex("F1CB1F1FB5ADF208806B89DC579DC1F8"));
        var channel = new SecureChannel(keys, hex("887022120C06C226"));

        assertThat(channel.open(hex("0CA4020C158709016375432908C044F78E08BF8B92D635FF24F800")))
                .isEmpty();
    }

    @Test
    void the_password_of_pace_hides_the_nonce() throws GeneralSecurityException {
        var secret = Ciphers.sha1("T22000129364081251010318".getBytes(StandardCharsets.US_ASCII));

        assertThat(secret).isEqualTo(hex("7E2D2A41C74EA0B38CD36F863939BFA8E9032AAD"));
        var password = Ciphers.derive(secret, 3);
        assertThat(password).isEqualTo(hex("89DED1B26624EC1E634C1989302849DD"));
        var cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(password, "AES"), new IvParameterSpec(new byte[16]));
        assertThat(cipher.doFinal(hex("95A3A016522EE98D01E76CB6B98B42C3")))
                .isEqualTo(hex("3F00C4D39D153F2B2A214A078D899B22"));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
