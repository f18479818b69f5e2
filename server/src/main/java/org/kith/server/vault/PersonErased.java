package org.kith.server.vault;

/// Something was to be sealed for a person whose key has been destroyed.
public final class PersonErased extends RuntimeException {
    private static final long serialVersionUID = 1;

    PersonErased() {
        super("The person has been erased; nothing can be sealed for them any more.");
    }
}
