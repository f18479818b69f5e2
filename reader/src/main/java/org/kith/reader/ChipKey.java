package org.kith.reader;

import java.time.LocalDate;
import org.jmrtd.BACKey;
import org.kith.credential.mrz.MrzReader;
import org.kith.credential.mrz.MrzReading;

/// What the page prints and the chip asks for: document number, birth and expiry.
final class ChipKey {
    private ChipKey() {}

    static BACKey of(String lines, LocalDate today) throws ReadFailed {
        return switch (MrzReader.read(lines, today)) {
            case MrzReading.Read(var mrz) ->
                new BACKey(
                        mrz.documentNumber(),
                        mrz.birthDate().raw(),
                        mrz.expiry().raw());
            case MrzReading.Refused _ -> throw new ReadFailed(Failure.LINES_UNREADABLE);
        };
    }
}
