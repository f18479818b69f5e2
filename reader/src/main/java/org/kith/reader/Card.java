package org.kith.reader;

import java.util.Optional;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;

/// A chip on a reader, as JMRTD wants one. Remembers how the line broke, which JMRTD does not tell apart from a chip
/// that refuses.
abstract class Card extends CardService {
    private static final long serialVersionUID = 1;

    private boolean open;
    private transient Optional<Failure> broken = Optional.empty();

    /// Sends a command and gives the answer.
    protected abstract byte[] exchange(byte[] command) throws ReadFailed;

    Optional<Failure> broken() {
        return broken;
    }

    @Override
    public void open() {
        open = true;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardServiceException {
        if (broken.isPresent()) throw new CardServiceException("broken");
        try {
            return new ResponseAPDU(exchange(command.getBytes()));
        } catch (ReadFailed e) {
            broken = Optional.of(e.failure());
            throw new CardServiceException("broken", e);
        }
    }

    @Override
    public byte[] getATR() {
        return new byte[0];
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean isConnectionLost(Exception e) {
        return broken.isPresent();
    }
}
