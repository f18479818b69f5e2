package org.kith.reader;

import java.util.Map;
import java.util.Optional;

/// What was read of a chip, for the server to judge. Nothing here is believed.
///
/// @param groups             data groups 1, 2, and 14 and 15 where the chip has them
/// @param access             how the chip was opened
/// @param chipAuthentication whether the chip used the key of its DG14, as far as this program can say
/// @param answer             to the server's challenge, where the chip gives one
@SuppressWarnings("ArrayRecordComponent") // never compared
record ChipFiles(
        byte[] sod,
        Map<Integer, byte[]> groups,
        Access access,
        ChipAuthentication chipAuthentication,
        Optional<byte[]> answer) {
    ChipFiles {
        groups = Map.copyOf(groups);
    }

    enum Access {
        PACE,
        BAC
    }

    enum ChipAuthentication {
        NOT_OFFERED,
        PROVEN,
        FAILED
    }
}
