package org.kith.server.family;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.kith.server.site.Texts;
import org.springframework.stereotype.Component;

/// What somebody read before they consented, as a digest: the words may change, what was agreed to stays known.
@Component
class ConsentText {
    static final String GUARDIAN = "family.consent.text";
    static final String SHARING = "family.papers.consent";

    private final Texts texts;

    ConsentText(Texts texts) {
        this.texts = texts;
    }

    /// SHA-256 of the sentence in that language, with no values in it.
    byte[] digest(String key, Locale language) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(texts.text(language, key).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
