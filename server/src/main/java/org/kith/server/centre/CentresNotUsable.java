package org.kith.server.centre;

import java.util.List;
import org.kith.pack.source.Fault;

/// The server does not start on a file of centres with faults.
public class CentresNotUsable extends RuntimeException {
    private final transient List<Fault> faults;

    CentresNotUsable(List<Fault> faults) {
        super("The file of centres has faults.");
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
