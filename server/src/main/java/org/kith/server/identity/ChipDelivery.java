package org.kith.server.identity;

import java.util.Map;
import java.util.Optional;
import org.kith.credential.emrtd.ChipFiles;

/// What the reader beside an officer hands over. Nothing of it is believed.
///
/// @param lines  the passport's lines, as typed
/// @param answer to the challenge, where the chip gave one
/// @param said   what the reader says of chip authentication
@SuppressWarnings("ArrayRecordComponent") // on its way
public record ChipDelivery(
        String lines, byte[] sod, Map<Integer, byte[]> groups, Optional<byte[]> answer, ChipReading.Said said) {
    public ChipDelivery {
        groups = Map.copyOf(groups);
    }

    ChipFiles files() {
        return ChipFiles.of(sod, groups);
    }
}
