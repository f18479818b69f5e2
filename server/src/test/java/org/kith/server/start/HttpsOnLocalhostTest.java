package org.kith.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.SecureServerTest;
import org.kith.server.Visitor;

class HttpsOnLocalhostTest extends SecureServerTest {
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void tls_of_today_is_spoken_with_suites_of_today(String protocol) throws Exception {
        try (var socket = socket(protocol)) {
            socket.startHandshake();

            assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
            assertThat(socket.getSession().getCipherSuite())
                    .matches("TLS_(ECDHE_ECDSA_WITH_)?AES_(128|256)_GCM_SHA(256|384)");
        }
    }

    @Test
    void older_suites_of_tls_1_2_are_refused() throws Exception {
        try (var socket = socket("TLSv1.2")) {
            var older = Arrays.stream(socket.getSupportedCipherSuites())
                    .filter(suite -> suite.contains("_CBC_") || suite.contains("CHACHA20"))
                    .toArray(String[]::new);
            assertThat(older).isNotEmpty();
            socket.setEnabledCipherSuites(older);

            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
    }

    /// Java itself no longer begins with these versions, so the first message is written by hand.
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void tls_1_0_and_1_1_are_refused(int minor) throws Exception {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(helloOfOldTls(minor));

            assertThat(socket.getInputStream().read()).as("an alert").isEqualTo(21);
            assertThat(socket.getInputStream().readNBytes(5)[4]).as("fatal").isEqualTo((byte) 2);
            assertThat(socket.getInputStream().read()).as("protocol_version").isEqualTo(70);
        }
    }

    @Test
    void every_answer_carries_its_date_and_none_ties_other_ports_of_this_machine_to_https() {
        var answer = Visitor.at(port).get("/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsKey("date").doesNotContainKey("strict-transport-security");
    }

    @Test
    void people_sign_in_over_https_with_cookies_that_go_nowhere_else() {
        var person = Visitor.asPerson(port, "over.https@example.org");

        assertThat(person.cookies())
                .isNotEmpty()
                .allSatisfy(cookie ->
                        assertThat(cookie.getSecure()).as(cookie.getName()).isTrue());
    }

    private SSLSocket socket(String protocol) throws IOException {
        var socket = (SSLSocket) trusting().getSocketFactory().createSocket("localhost", port);
        socket.setEnabledProtocols(new String[] {protocol});
        return socket;
    }

    /// A ClientHello (RFC 4346, 7.4.1.2) that offers nothing newer, with two suites of its time.
    private static byte[] helloOfOldTls(int minor) {
        var random = "kith kith kith kith kith kith ki".getBytes(StandardCharsets.US_ASCII);
        var body = ByteBuffer.allocate(9 + 2 + 32 + 1 + 2 + 4 + 2);
        body.put(new byte[] {22, 3, 1, 0, 47}).put(new byte[] {1, 0, 0, 43});
        body.put((byte) 3).put((byte) minor).put(random).put((byte) 0);
        body.putShort((short) 4).putShort((short) 0xC009).putShort((short) 0x002F);
        body.put((byte) 1).put((byte) 0);
        return body.array();
    }
}
