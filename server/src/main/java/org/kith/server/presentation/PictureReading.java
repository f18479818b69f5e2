package org.kith.server.presentation;

/// What came of looking for a card's code in a picture.
public sealed interface PictureReading {
    record Found(String text) implements PictureReading {}

    record NoCode() implements PictureReading {}

    /// Neither a JPEG nor a PNG, or one that cannot be read to its end.
    record NotAPicture() implements PictureReading {}

    record TooLarge() implements PictureReading {}
}
