package org.kith.server.notify;

import java.util.Locale;

/// Where a person reads mail, and in which language.
public record Contact(String email, Locale language) {
    @Override
    public String toString() {
        return "Contact[…]";
    }
}
