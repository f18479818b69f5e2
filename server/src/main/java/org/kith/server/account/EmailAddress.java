package org.kith.server.account;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address as mail goes to it. Compatibility characters are replaced first, so that two spellings that count as one
/// account also lead to one mailbox.
public record EmailAddress(String value) {
    private static final int LONGEST = 254; // RFC 5321 §4.5.3.1.3
    private static final Pattern SHAPE =
            Pattern.compile("[^\\s\\p{Cntrl}@<>(),;:\\\\\"\\[\\]]{1,64}@[^\\s\\p{Cntrl}@<>(),;:\\\\\"\\[\\].]+"
                    + "(\\.[^\\s\\p{Cntrl}@<>(),;:\\\\\"\\[\\].]+)+");

    public EmailAddress {
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches())
            throw new IllegalArgumentException("not an e-mail address");
    }

    /// The address somebody typed, if it is one.
    public static Optional<EmailAddress> of(String typed) {
        var value = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
        return value.length() <= LONGEST && SHAPE.matcher(value).matches()
                ? Optional.of(new EmailAddress(value))
                : Optional.empty();
    }

    /// An address is personal data, and finds its way into no log.
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
