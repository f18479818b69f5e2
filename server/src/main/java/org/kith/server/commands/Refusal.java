package org.kith.server.commands;

/// A command that is not done, for a reason its user can mend.
final class Refusal extends RuntimeException {
    Refusal(String message) {
        super(message);
    }
}
