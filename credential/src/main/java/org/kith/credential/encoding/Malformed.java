package org.kith.credential.encoding;

/// Bytes or text that are not what they should be. Checked, since such input is to be expected from outside.
/// The message names the fault, never the data.
public final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    private final String fault;

    public Malformed(String fault) {
        super(fault);
        this.fault = fault;
    }

    /// What is wrong, as the end of a sentence: "not base64url".
    public String fault() {
        return fault;
    }
}
