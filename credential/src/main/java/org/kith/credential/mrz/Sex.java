package org.kith.credential.mrz;

/// The sex a document states.
public enum Sex {
    FEMALE('F'),
    MALE('M'),
    /// The document does not say (`<`). Some documents print the X of the page in the zone too; it is read
    /// the same.
    UNSPECIFIED('<');

    final char letter;

    Sex(char letter) {
        this.letter = letter;
    }
}
