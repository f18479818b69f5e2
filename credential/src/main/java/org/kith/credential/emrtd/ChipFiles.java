package org.kith.credential.emrtd;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was read from a chip, or is said to have been: nothing of it is believed yet.
///
/// @param sod    EF.SOD, with what its state signed
/// @param groups the data groups that came along, by number from 1 to 16
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ChipFiles(byte[] sod, SortedMap<Integer, byte[]> groups) {
    public static final int DG1 = 1;
    public static final int DG2 = 2;
    public static final int DG14 = 14;
    public static final int DG15 = 15;

    public ChipFiles {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        if (groups.keySet().stream().anyMatch(number -> number < 1 || number > 16))
            throw new IllegalArgumentException("data groups are numbered from 1 to 16");
    }

    public static ChipFiles of(byte[] sod, Map<Integer, byte[]> groups) {
        return new ChipFiles(sod, new TreeMap<>(groups));
    }

    Optional<byte[]> group(int number) {
        return Optional.ofNullable(groups.get(number));
    }
}
