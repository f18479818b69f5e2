package org.kith.credential.mrz.optical;

import org.kith.credential.mrz.Mrz;

/// What was seen on a photo.
public sealed interface Sighting {
    /// A zone whose check digits hold. Names have none: whoever it belongs to must still look.
    record Read(Mrz mrz) implements Sighting {}

    /// Lines that look like a zone, but do not add up. They are not guessed at.
    record Unsure() implements Sighting {}

    /// Nothing that looks like a zone.
    record Nothing() implements Sighting {}
}
