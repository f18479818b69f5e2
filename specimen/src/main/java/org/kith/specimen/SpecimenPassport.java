package org.kith.specimen;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is in a chip: its files, and the keys that never leave it.
///
/// @param lines      the machine readable zone on the page, which opens the chip
/// @param cardAccess none for a chip that only knows BAC
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SpecimenPassport(
        String lines,
        byte[] sod,
        SortedMap<Integer, byte[]> groups,
        byte @Nullable [] cardAccess,
        KeyPair chipKey,
        KeyPair activeKey) {

    public SpecimenPassport withoutPace() {
        return new SpecimenPassport(lines, sod, groups, null, chipKey, activeKey);
    }

    /// All that a reader can read, without the keys that it cannot.
    public SpecimenPassport cloned() {
        return new SpecimenPassport(lines, sod, groups, cardAccess, Keys.ec("secp256r1"), Keys.ec("secp256r1"));
    }

    /// With one octet of a data group changed after it was signed.
    public SpecimenPassport altered(int group, int at) {
        var changed = new TreeMap<Integer, byte[]>();
        groups.forEach((number, content) -> changed.put(number, content.clone()));
        var content = changed.get(group);
        if (content == null) throw new IllegalArgumentException("no such group");
        content[at] ^= 1;
        return new SpecimenPassport(lines, sod, changed, cardAccess, chipKey, activeKey);
    }

    /// Without a data group.
    public SpecimenPassport without(int group) {
        var fewer = new TreeMap<>(groups);
        fewer.remove(group);
        return new SpecimenPassport(lines, sod, fewer, cardAccess, chipKey, activeKey);
    }

    /// What the chip answers to a challenge (ICAO 9303-11 §6.1).
    public byte[] answer(byte[] challenge) {
        try {
            var signing = Signature.getInstance("SHA256withPLAIN-ECDSA", Keys.PROVIDER);
            signing.initSign(activeKey.getPrivate());
            signing.update(challenge);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
