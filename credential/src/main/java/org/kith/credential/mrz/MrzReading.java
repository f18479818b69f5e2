package org.kith.credential.mrz;

import java.util.List;

/// What came of reading a machine readable zone.
public sealed interface MrzReading {
    /// Everything fits: the check digits are right and the fields make sense.
    record Read(Mrz mrz) implements MrzReading {}

    /// Something does not fit. At least one fault, in the order of the lines.
    record Refused(List<MrzFault> faults) implements MrzReading {
        public Refused {
            if (faults.isEmpty()) throw new IllegalArgumentException("a refusal has a reason");
            faults = List.copyOf(faults);
        }
    }
}
