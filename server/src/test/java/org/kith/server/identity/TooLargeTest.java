package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;

/// Three hundred megabytes over a real socket. Nobody who sends too much is left with a closed connection.
class TooLargeTest extends ServerTest {
    private static final int MEGABYTE = 1 << 20;
    private static final int MEGABYTES = 300;
    private static final String BOUNDARY = "----kith";
    private static final byte[] BEGINNING = ("--" + BOUNDARY
                    + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"holiday.jpg\"\r\n"
                    + "Content-Type: image/jpeg\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    @Test
    void three_hundred_megabytes_are_refused_in_words() throws Exception {
        var answer = send("Content-Length: " + (BEGINNING.length + (long) MEGABYTES * MEGABYTE), body -> {
            body.write(BEGINNING);
            for (var i = 0; i < MEGABYTES; i++) body.write(new byte[MEGABYTE]);
        });

        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("That file is too large")
                .contains("25 MB");
    }

    @Test
    void three_hundred_megabytes_that_do_not_say_so_beforehand_are_refused_in_words_too() throws Exception {
        var answer = send("Transfer-Encoding: chunked", body -> {
            chunk(body, BEGINNING);
            for (var i = 0; i < MEGABYTES; i++) chunk(body, new byte[MEGABYTE]);
            chunk(body, new byte[0]);
        });

        assertThat(answer).startsWith("HTTP/1.1 413").contains("That file is too large");
    }

    @Test
    void the_words_are_in_the_language_asked_for() throws Exception {
        var answer =
                send("Accept-Language: ru\r\nContent-Length: 300000000", body -> body.write(new byte[300_000_000]));

        assertThat(answer).startsWith("HTTP/1.1 413").contains("Этот файл слишком велик");
    }

    private interface Body {
        void writeTo(OutputStream body) throws IOException;
    }

    /// Sends all of the body, and only then looks at the answer, as a browser does.
    private String send(String header, Body body) throws Exception {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(60_000);
            var answer = CompletableFuture.supplyAsync(() -> read(socket));
            var out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            out.write(("POST /apply/documents/birth-record HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n"
                            + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\nConnection: close\r\n"
                            + header + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            body.writeTo(out);
            out.flush();
            return answer.get(60, TimeUnit.SECONDS);
        }
    }

    private static void chunk(OutputStream body, byte[] bytes) throws IOException {
        body.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        body.write(bytes);
        body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static String read(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
