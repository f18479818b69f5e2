package org.kith.server.identity.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.ClamavServer;
import org.kith.server.identity.SomeFile;

/// A real clamd where one is installed, and stand-ins for one that misbehaves.
class VirusScanTest {
    private static final byte[] MARKED = ("xx" + ClamavServer.MARK + "xx").getBytes(ISO_8859_1);

    private static ClamavServer clamav;

    @BeforeAll
    static void open() throws Exception {
        // A local socket's path must be short.
        clamav = ClamavServer.orSkip(Files.createTempDirectory("clam"));
    }

    @AfterAll
    static void close() throws Exception {
        if (clamav != null) clamav.close();
    }

    @Test
    void a_photo_is_clean_over_either_socket() {
        var photo = SomeFile.photo(1600, 1200);

        assertThat(new VirusScan(clamav.tcp()).look(photo)).isEqualTo(ScanResult.CLEAN);
        assertThat(new VirusScan(clamav.socket()).look(photo)).isEqualTo(ScanResult.CLEAN);
    }

    @Test
    void what_has_a_signature_is_found_also_in_an_archive_in_an_archive() throws IOException {
        var scan = new VirusScan(clamav.socket());

        assertThat(scan.look(MARKED)).isEqualTo(ScanResult.FOUND);
        assertThat(scan.look(zipped(zipped(MARKED)))).isEqualTo(ScanResult.FOUND);
        assertThat(scan.look(SomeFile.photoWithComment(ClamavServer.MARK))).isEqualTo(ScanResult.FOUND);
    }

    @Test
    void more_than_the_daemon_will_look_at_is_not_clean() {
        assertThat(new VirusScan(clamav.tcp()).look(new byte[12_000_000])).isEqualTo(ScanResult.NOT_CHECKED);
    }

    /// As ClamAV does by itself.
    @Test
    void a_daemon_that_calls_clean_what_it_did_not_look_at_lets_nothing_pass() throws Exception {
        try (var careless = ClamavServer.orSkip(Files.createTempDirectory("clam"), "AlertExceedsMax no")) {
            assertThat(new VirusScan(careless.socket()).look(SomeFile.photo(160, 120)))
                    .isEqualTo(ScanResult.NOT_CHECKED);
        }
    }

    @Test
    void a_daemon_that_is_away_lets_nothing_pass() throws Exception {
        var port = freePort();

        assertThat(new VirusScan("127.0.0.1:" + port).look(new byte[10])).isEqualTo(ScanResult.NOT_CHECKED);
        assertThat(new VirusScan("/nowhere/clamd.ctl").look(new byte[10])).isEqualTo(ScanResult.NOT_CHECKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "OK\0",
                "stream: OK",
                "stream: ok\0",
                "stream: OK FOUND OK\0",
                "INSTREAM size limit exceeded. ERROR\0",
                "stream: OK\0stream: OK\0",
                "COMMAND UNAVAILABLE\0"
            })
    void no_other_words_than_ok_let_a_file_pass(String words) throws Exception {
        try (var daemon = new ServerSocket(0)) {
            Thread.startVirtualThread(() -> answer(daemon, words));

            assertThat(new VirusScan("127.0.0.1:" + daemon.getLocalPort(), Duration.ofSeconds(3)).look(new byte[10]))
                    .isEqualTo(ScanResult.NOT_CHECKED);
        }
    }

    @Test
    void a_daemon_that_says_nothing_is_not_waited_for_for_ever() throws Exception {
        try (var daemon = new ServerSocket(0)) {
            assertThat(new VirusScan("127.0.0.1:" + daemon.getLocalPort(), Duration.ofMillis(300)).look(new byte[10]))
                    .isEqualTo(ScanResult.NOT_CHECKED);
        }
    }

    @Test
    void without_an_address_nothing_is_asked() {
        assertThat(new VirusScan("").look(MARKED)).isEqualTo(ScanResult.CLEAN);
        assertThatThrownBy(() -> new VirusScan("clamav")).hasMessageContaining("KITH_CLAMAV_ADDRESS");
    }

    /// First it says of what is beyond its limits that it is.
    private static void answer(ServerSocket daemon, String words) {
        try {
            for (var answer : List.of("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0", words)) {
                try (var asked = daemon.accept()) {
                    readsToTheEnd(asked);
                    asked.getOutputStream().write(answer.getBytes(ISO_8859_1));
                }
            }
        } catch (IOException _) {
            // The one who asked has left.
        }
    }

    private static void readsToTheEnd(Socket asked) throws IOException {
        var in = new DataInputStream(asked.getInputStream());
        in.readNBytes("zINSTREAM\0".length());
        for (var length = in.readInt(); length > 0; length = in.readInt()) in.readNBytes(length);
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("inside"));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
