package org.kith.pack.programme;

/// A service of the state, named by the texts `service.<id>.title` and `service.<id>.summary`.
public record Service(String id, Who openTo) {
    public enum Who {
        HOLDERS,
        ANYONE
    }

    public String titleKey() {
        return "service." + id + ".title";
    }

    public String summaryKey() {
        return "service." + id + ".summary";
    }
}
