package org.kith.server.presentation.web;

/// Where someone brings a code to be checked.
///
/// @param faultKey what was wrong with what they brought; empty at first
/// @param field    where on the page they can mend it
public record CheckPage(String faultKey, String field) {
    static CheckPage fresh() {
        return new CheckPage("", "");
    }

    public boolean hasFault() {
        return !faultKey.isEmpty();
    }
}
