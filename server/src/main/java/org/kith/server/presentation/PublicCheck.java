package org.kith.server.presentation;

import java.time.Clock;
import org.kith.credential.check.CardCheck;
import org.kith.credential.check.CheckResult;
import org.kith.credential.check.StatusLists;
import org.kith.credential.trust.Trust;
import org.springframework.stereotype.Service;

/// Answers whoever asks about a card, by the same rules and the same published list as `kith verify`. Nothing is
/// written down: no code, no answer, no time.
@Service
public class PublicCheck {
    private final OwnTrust trust;
    private final StatusLists lists;
    private final Pictures pictures;
    private final Clock clock;

    PublicCheck(OwnTrust trust, StatusLists lists, Pictures pictures, Clock clock) {
        this.trust = trust;
        this.lists = lists;
        this.pictures = pictures;
        this.clock = clock;
    }

    public CheckResult check(String text) {
        return CardCheck.check(text.strip(), new Trust(java.util.List.of(trust.file())), lists, clock);
    }

    public PictureReading read(byte[] picture) {
        return pictures.read(picture);
    }
}
