package org.kith.server.account;

/// An address its owner was shown to read.
public record OwnAddress(AddressId id, String value) {
    @Override
    public String toString() {
        return "OwnAddress[" + id + "]";
    }
}
