package org.kith.reader;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/// The PC/SC readers of this computer. Waits a while for a passport, and outlives restarts of the card service.
final class PcscCards implements Cards {
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final int RECOVERIES = 12;

    private final Duration patience;

    /// @param patience how long to wait for a passport
    PcscCards(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Card connect() throws ReadFailed {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            var found = find();
            if (found.isPresent()) return found.get();
            if (System.nanoTime() > end) throw new ReadFailed(Failure.NO_PASSPORT);
            pause();
        }
    }

    private Optional<Card> find() throws ReadFailed {
        for (var recovery = 0; recovery < RECOVERIES; recovery++) {
            try {
                return connected(terminals());
            } catch (CardException | NoSuchAlgorithmException e) {
                if (e instanceof CardException && !CardServiceContext.isLost(e)) return Optional.empty();
                CardServiceContext.forget();
                pause();
            }
        }
        throw new ReadFailed(Failure.SERVICE_AWAY);
    }

    private static List<CardTerminal> terminals() throws CardException, NoSuchAlgorithmException, ReadFailed {
        try {
            var all = TerminalFactory.getInstance("PC/SC", null).terminals().list();
            if (all.isEmpty()) throw new ReadFailed(Failure.NO_READER);
            return all;
        } catch (CardException e) {
            var cause = e.getCause();
            if (cause != null && "SCARD_E_NO_READERS_AVAILABLE".equals(cause.getMessage()))
                throw new ReadFailed(Failure.NO_READER);
            throw e;
        }
    }

    /// Nothing where no reader has a card, or it is not ready yet.
    private static Optional<Card> connected(List<CardTerminal> terminals) throws CardException {
        for (var terminal : terminals) {
            if (terminal.isCardPresent()) return Optional.of(new PcscCard(terminal, terminal.connect("*")));
        }
        return Optional.empty();
    }

    private static void pause() throws ReadFailed {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ReadFailed(Failure.OUR_MISTAKE);
        }
    }
}
