package org.kith.reader;

/// A chip was not read, for a reason that the officer can do something about.
final class ReadFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final Failure failure;

    ReadFailed(Failure failure) {
        super(failure.code());
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
