package org.kith.verifier;

/// A command cannot do what was asked. The message says what is wrong, where, and how to mend it.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    /// The command did its work and the answer is no.
    static final int NO = 1;
    /// The command was used wrongly: an option, a file that is not there.
    static final int WRONG_USE = 2;

    private final int exitCode;

    private Refusal(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static Refusal no(String message) {
        return new Refusal(NO, message);
    }

    static Refusal wrongUse(String message) {
        return new Refusal(WRONG_USE, message);
    }

    int exitCode() {
        return exitCode;
    }
}
