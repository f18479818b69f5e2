package org.kith.server.identity;

/// What came of keeping a photo.
public sealed interface PhotoResult {
    record Taken() implements PhotoResult {}

    record NotTaken(Intake.Refused why) implements PhotoResult {}

    /// A photo is one picture, not a document.
    record NotAPhoto() implements PhotoResult {}

    record Over() implements PhotoResult {}

    record AnotherCentre() implements PhotoResult {}
}
