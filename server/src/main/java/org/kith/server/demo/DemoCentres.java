package org.kith.server.demo;

import java.util.Optional;
import java.util.UUID;
import org.kith.server.centre.Centre;
import org.kith.server.centre.CentreId;
import org.kith.server.centre.Centres;
import org.springframework.stereotype.Component;

/// Where the invented registrars work, whatever centres the operator's file has.
@Component
@OnlyInDemonstration
public class DemoCentres {
    private final Centres centres;

    DemoCentres(Centres centres) {
        this.centres = centres;
    }

    /// The centre that has the demonstration's own id for it, else one of those that are open; empty at headquarters.
    public Optional<Centre> of(DemoOfficer officer) {
        if (officer.centre() == 0) return Optional.empty();

        var own = new CentreId(new UUID(0x0D_E0_00_00_00_00_40_00L, 0x9000_0000_0000_0000L | officer.centre()));
        return centres.find(own).or(() -> {
            var open = centres.open();
            return open.isEmpty() ? Optional.empty() : Optional.of(open.get((officer.centre() - 1) % open.size()));
        });
    }
}
