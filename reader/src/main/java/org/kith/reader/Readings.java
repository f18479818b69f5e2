package org.kith.reader;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The one reading that is under way, or whose outcome waits to be fetched. **It is handed over once and kept a minute
/// at most.**
final class Readings {
    private static final System.Logger LOG = System.getLogger("kith-reader");
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Cards cards;
    private final InstantSource clock;
    private @Nullable Current current;

    Readings(Cards cards, InstantSource clock) {
        this.cards = cards;
        this.clock = clock;
    }

    /// How a reading stands.
    sealed interface State {
        record UnderWay(Progress progress) implements State {}

        record Read(ChipFiles files) implements State {}

        record Failed(Failure failure) implements State {}
    }

    private record Current(UUID id, State state) {
        boolean isOver() {
            return !(state instanceof State.UnderWay);
        }
    }

    synchronized UUID begin(String lines, byte[] challenge) throws ReadFailed {
        if (current != null && !current.isOver()) throw new ReadFailed(Failure.BUSY);
        var key = ChipKey.of(lines, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));

        var id = UUID.randomUUID();
        current = new Current(id, new State.UnderWay(Progress.WAITING));
        var reading = new ChipReading(cards, key, challenge, progress -> put(id, new State.UnderWay(progress)));
        Thread.ofVirtual().name("reading").start(() -> {
            put(id, run(reading));
            forgetLater(id);
        });
        return id;
    }

    /// How it stands; an outcome is forgotten as it is given.
    synchronized Optional<State> look(UUID id) {
        var known = current;
        if (known == null || !known.id().equals(id)) return Optional.empty();
        if (known.isOver()) current = null;
        return Optional.of(known.state());
    }

    /// What nobody fetches goes.
    private void forgetLater(UUID id) {
        try {
            Thread.sleep(KEPT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (current != null && current.id().equals(id)) current = null;
        }
    }

    private synchronized void put(UUID id, State state) {
        if (current != null && current.id().equals(id)) current = new Current(id, state);
    }

    private static State run(ChipReading reading) {
        var began = System.nanoTime();
        try {
            var files = reading.read();
            LOG.log(
                    System.Logger.Level.INFO,
                    "read by {0} in {1} ms",
                    files.access(),
                    Duration.ofNanos(System.nanoTime() - began).toMillis());
            return new State.Read(files);
        } catch (ReadFailed e) {
            LOG.log(System.Logger.Level.INFO, "not read: {0}", e.failure().code());
            return new State.Failed(e.failure());
        } catch (RuntimeException e) {
            // Its message may quote the data.
            LOG.log(
                    System.Logger.Level.ERROR,
                    "not read: {0} at {1}",
                    e.getClass().getName(),
                    e.getStackTrace()[0]);
            return new State.Failed(Failure.OUR_MISTAKE);
        }
    }
}
