package org.kith.reader;

import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;

/// A chip on a PC/SC reader.
final class PcscCard extends Card {
    private static final long serialVersionUID = 1;

    private static final long NOTICED = 800;

    private final transient CardTerminal terminal;
    private final transient javax.smartcardio.Card card;

    PcscCard(CardTerminal terminal, javax.smartcardio.Card card) {
        this.terminal = terminal;
        this.card = card;
    }

    @Override
    protected byte[] exchange(byte[] command) throws ReadFailed {
        try {
            return card.getBasicChannel().transmit(new CommandAPDU(command)).getBytes();
        } catch (CardException | RuntimeException e) {
            // A chip that is pulled away shows as an answer of no length: IllegalArgumentException.
            throw new ReadFailed(why(e));
        }
    }

    private Failure why(Exception e) {
        if (CardServiceContext.isLost(e)) return Failure.SERVICE_RESTARTED;
        try {
            // The card service looks a few times a second whether a card is still there.
            return terminal.waitForCardAbsent(NOTICED) ? Failure.TAKEN_AWAY : Failure.NOT_ANSWERING;
        } catch (CardException again) {
            return CardServiceContext.isLost(again) ? Failure.SERVICE_RESTARTED : Failure.TAKEN_AWAY;
        }
    }

    @Override
    public void close() {
        super.close();
        try {
            // With a reset: the next reading starts from nothing.
            card.disconnect(true);
        } catch (CardException | RuntimeException _) {
            // Taken away already.
        }
    }
}
