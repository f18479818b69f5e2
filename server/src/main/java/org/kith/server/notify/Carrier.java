package org.kith.server.notify;

/// Takes a mail out of the house: by SMTP, or in a demonstration to a page where it can be read.
public interface Carrier {
    /// Returns once the mail is in other hands, and throws if it is not.
    void carry(Mail mail);
}
