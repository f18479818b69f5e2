package org.kith.server.identity;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.identity.CanonicalForm;
import tools.jackson.databind.JsonNode;

/// A check's canonical form as a device made it: that of [SignedForm], and beside it the day it belongs to (`day`) and
/// the
/// digest of the passport's lines (`lines`).
///
/// @param day   the day that was taken along
/// @param lines SHA-256 of the lines as typed; empty if none were
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record OfflineForm(IdentityCheck check, UUID day, byte[] lines, byte[] photo) {
    /// Nothing for what is not in its one spelling, or lacks a part, or says what cannot be said offline: that a chip
    /// was
    /// read, that another way than the face was taken.
    static Optional<OfflineForm> read(byte[] form) {
        try {
            var said = CanonicalForm.read(form);
            if (said.path("version").asInt() != 2) return Optional.empty();

            var check = SignedForm.read(form);
            if (check.chipRead() || check.secondWay() != null || !hasItsAssurance(check)) return Optional.empty();
            var day = UUID.fromString(said.path("day").asString(""));
            return Optional.of(new OfflineForm(check, day, digest(said, "lines"), digest(said, "photo")));
        } catch (Malformed | RuntimeException e) {
            // A word that is none, an id that is none, a date that is none: all the same, it was not made here.
            return Optional.empty();
        }
    }

    boolean isOf(byte[] typed, byte[] taken) {
        return matches(lines, typed) && matches(photo, taken);
    }

    private static boolean matches(byte[] named, byte[] sent) {
        return sent.length == 0 ? named.length == 0 : Arrays.equals(named, SignedForm.digest(sent));
    }

    private static boolean hasItsAssurance(IdentityCheck check) {
        return check.assurance() == (check.confirmed() ? Assurance.SUBSTANTIAL : null);
    }

    private static byte[] digest(JsonNode said, String name) {
        return said.has(name) ? Base64.getUrlDecoder().decode(said.path(name).asString()) : new byte[0];
    }
}
