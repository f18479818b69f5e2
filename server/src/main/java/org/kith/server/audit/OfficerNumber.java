package org.kith.server.audit;

/// Ten digits that stand for an officer. Only the data-protection officer can say whose they are.
public record OfficerNumber(long value) {
    @Override
    public String toString() {
        return "%010d".formatted(value);
    }
}
