package org.kith.pack.programme;

import java.math.BigDecimal;

/// A fee, shown before anything is asked; zero is a fee too. Its name is the text `fee.<id>`.
///
/// @param due what it is paid for
/// @param currency three letters of ISO 4217
public record Fee(String id, Due due, BigDecimal amount, String currency) {
    public enum Due {
        FIRST_CARD,
        RENEWAL,
        REPLACEMENT,
        PRINT
    }

    public String titleKey() {
        return "fee." + id;
    }

    public boolean isFree() {
        return amount.signum() == 0;
    }
}
