package org.kith.server.identity;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import org.kith.server.identity.intake.Redrawing;
import org.springframework.stereotype.Service;

/// Reads the lines of a passport from a picture that a counter's camera took. The picture is kept nowhere, and the
/// officer
/// looks at what was read.
@Service
public class PassportScan {
    private final Redrawing redrawing;
    private final Clock clock;

    PassportScan(Redrawing redrawing, Clock clock) {
        this.redrawing = redrawing;
        this.clock = clock;
    }

    public PassportReading read(InputStream picture) {
        return redrawing.readZone(picture, LocalDate.now(clock));
    }
}
