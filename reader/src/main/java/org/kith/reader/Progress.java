package org.kith.reader;

/// How far a reading is.
///
/// @param percent of the whole, roughly
record Progress(Step step, int percent) {
    enum Step {
        WAITING,
        OPENING,
        READING,
        PROVING
    }

    static final Progress WAITING = new Progress(Step.WAITING, 0);
}
