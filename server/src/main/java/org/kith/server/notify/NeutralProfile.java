package org.kith.server.notify;

import java.util.Locale;
import org.kith.server.site.Texts;
import org.springframework.stereotype.Component;

/// How a mail shows in a list of mails, over a person's shoulder too: a sender and a subject that say nothing.
@Component
class NeutralProfile {
    private final Texts texts;

    NeutralProfile(Texts texts) {
        this.texts = texts;
    }

    String sender(Locale language) {
        return texts.text(language, "notify.sender");
    }

    String subject(Locale language) {
        return texts.text(language, "notify.subject");
    }
}
