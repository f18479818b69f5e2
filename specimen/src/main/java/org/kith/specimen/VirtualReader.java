package org.kith.specimen;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A chip laid on the virtual reader of Debian's vsmartcard-vpcd. Closing takes it away.
///
/// The protocol: two octets of length, then a command of the reader (one octet) or an APDU.
public final class VirtualReader implements AutoCloseable {
    private static final int OFF = 0;
    private static final int ON = 1;
    private static final int RESET = 2;
    private static final int ANSWER_TO_RESET = 4;

    private final Process line;
    private final SpecimenChip chip;
    private final CountDownLatch asked = new CountDownLatch(1);
    private int left;

    /// @param line     carries what is written to it to the daemon's driver, and back
    /// @param commands how many the chip answers before it is taken away by itself
    VirtualReader(Process line, SpecimenChip chip, int commands) {
        this.line = line;
        this.chip = chip;
        this.left = commands;
        Thread.ofPlatform().daemon().name("chip").start(this::serve);
    }

    private void serve() {
        try (var in = new DataInputStream(new BufferedInputStream(line.getInputStream()))) {
            while (left > 0) {
                var message = in.readNBytes(in.readUnsignedShort());
                asked.countDown();
                var answer = message.length == 1 ? control(message[0]) : answered(message);
                if (answer != null) send(answer);
            }
        } catch (IOException _) {
            // Taken away.
        }
        close();
    }

    /// Whether the daemon has noticed it; now and then it overlooks one that comes as another goes.
    boolean isNoticed() throws InterruptedException {
        return asked.await(1500, TimeUnit.MILLISECONDS);
    }

    private byte @Nullable [] control(int command) {
        switch (command) {
            case OFF, ON, RESET -> chip.reset();
            case ANSWER_TO_RESET -> {
                return chip.answerToReset();
            }
            default -> {}
        }
        return null;
    }

    private byte @Nullable [] answered(byte[] apdu) {
        left--;
        return left == 0 ? null : chip.answer(apdu);
    }

    private void send(byte[] answer) throws IOException {
        var out = line.getOutputStream();
        out.write(Octets.join(Octets.status(answer.length), answer));
        out.flush();
    }

    @Override
    public void close() {
        var both = line.descendants().toList();
        line.destroy();
        both.forEach(ProcessHandle::destroy);
    }
}
