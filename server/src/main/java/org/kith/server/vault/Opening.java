package org.kith.server.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;

/// One person's data, open to whoever shows a page of theirs. Made for that page and thrown away after it: a later
/// erasure must find nobody who still holds one.
public final class Opening {
    private final PersonId person;
    private final Aead key;

    Opening(PersonId person, Aead key) {
        this.person = person;
        this.key = key;
    }

    /// What was sealed for this place.
    ///
    /// @throws IllegalStateException if it was sealed for another person or place, or was altered
    public byte[] open(Context context, byte[] sealed) {
        return Envelope.open(key, person.value(), context, sealed);
    }

    public String openText(Context context, byte[] sealed) {
        return new String(open(context, sealed), UTF_8);
    }
}
