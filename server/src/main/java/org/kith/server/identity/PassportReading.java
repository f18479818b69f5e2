package org.kith.server.identity;

import org.kith.credential.mrz.Mrz;

/// What came of reading the photo of a passport page. The photo is gone by then.
public sealed interface PassportReading {
    /// What its lines say; the check digits hold. The person looks at it before anything is saved.
    record Read(Mrz mrz) implements PassportReading {}

    /// There are such lines, but they could not be read surely. Nothing is guessed.
    record Unsure() implements PassportReading {}

    /// No such lines were found.
    record NoLines() implements PassportReading {}

    record NotTaken(Intake.Refused why) implements PassportReading {}
}
