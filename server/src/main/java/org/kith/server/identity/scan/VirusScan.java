package org.kith.server.identity.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Hands files to ClamAV's daemon by its command `INSTREAM` (clamd(8)), over TCP or a local socket.
///
/// **It fails closed**: a file passes only on the very words `stream: OK`. A daemon that is away, busy too long,
/// limited
/// to smaller files or of another mind lets nothing pass; nor does one that calls clean what is beyond its limits, as
/// it
/// does unless told otherwise. That is tried before the first file, and again after it was away.
@Component
public class VirusScan {
    private static final Logger log = LoggerFactory.getLogger(VirusScan.class);
    private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):(\\d{1,5})");
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    /// Three gigabytes of nothing, packed twice: five kilobytes, and beyond the limits of any daemon.
    private static final byte[] BEYOND_LIMITS = beyondLimits();

    private final @Nullable SocketAddress daemon;
    private final Duration patience;
    private volatile boolean saysWhatItSkips;

    /// @param address `host:port`, the path of a local socket, or empty for no scanner
    @Autowired
    VirusScan(@Value("${kith.clamav.address}") String address) {
        this(address, Duration.ofSeconds(30));
    }

    VirusScan(String address, Duration patience) {
        this.daemon = daemon(address);
        this.patience = patience;
    }

    /// No scanner at all.
    public static VirusScan none() {
        return new VirusScan("");
    }

    /// Asks about a whole file.
    public ScanResult look(byte[] file) {
        if (daemon == null) return ScanResult.CLEAN;

        try {
            if (!saysWhatItSkips && !tells(daemon)) return ScanResult.NOT_CHECKED;
            var answer = ask(daemon, file);
            if (answer.equals("stream: OK")) return ScanResult.CLEAN;
            if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) return ScanResult.FOUND;
            log.warn("ClamAV checked nothing; no file is taken. Its limits may be below 26 MB.");
        } catch (IOException e) {
            log.warn(
                    "ClamAV did not answer ({}); no file is taken", e.getClass().getSimpleName());
            // Whatever comes back may have other settings.
            saysWhatItSkips = false;
        }
        return ScanResult.NOT_CHECKED;
    }

    /// Whether the daemon says so where it did not look at the whole of a file.
    private boolean tells(SocketAddress daemon) throws IOException {
        saysWhatItSkips = ask(daemon, BEYOND_LIMITS).endsWith(" FOUND");
        if (!saysWhatItSkips) {
            log.error("ClamAV calls clean what is beyond its limits; no file is taken. Set AlertExceedsMax yes.");
        }
        return saysWhatItSkips;
    }

    private String ask(SocketAddress daemon, byte[] file) throws IOException {
        try (var channel = open(daemon)) {
            // A channel knows no time-out; closed from outside, it ends whatever waits on it.
            var watch = Thread.startVirtualThread(() -> closeAfterPatience(channel));
            try {
                channel.connect(daemon);
                send(channel, file);
                return answer(channel);
            } finally {
                watch.interrupt();
            }
        }
    }

    private static void send(SocketChannel channel, byte[] file) throws IOException {
        write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        for (var at = 0; at < file.length; at += CHUNK) {
            var length = Math.min(CHUNK, file.length - at);
            write(channel, ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
            write(channel, ByteBuffer.wrap(file, at, length));
        }
        write(channel, ByteBuffer.allocate(Integer.BYTES).putInt(0).flip());
    }

    private static String answer(SocketChannel channel) throws IOException {
        var answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && channel.read(answer) >= 0) {
            var end = answer.position() - 1;
            if (end >= 0 && answer.get(end) == 0) {
                return new String(answer.array(), 0, end, StandardCharsets.UTF_8);
            }
        }
        throw new IOException("The answer has no end.");
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    private void closeAfterPatience(SocketChannel channel) {
        try {
            Thread.sleep(patience);
            channel.close();
        } catch (InterruptedException | IOException _) {
            // It answered in time, or is gone already.
        }
    }

    private static SocketChannel open(SocketAddress daemon) throws IOException {
        return daemon instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    private static byte[] beyondLimits() {
        try (var in = VirusScan.class.getResourceAsStream("beyond-limits.gz")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable SocketAddress daemon(String address) {
        if (address.isEmpty()) return null;
        if (address.startsWith("/")) return UnixDomainSocketAddress.of(address);

        var parts = HOST_AND_PORT.matcher(address);
        if (!parts.matches()) {
            throw new IllegalStateException(
                    "KITH_CLAMAV_ADDRESS is the path of a socket, such as /run/clamav/clamd.ctl, or host:port.");
        }
        return new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2)));
    }
}
