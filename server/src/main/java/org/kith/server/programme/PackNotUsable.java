package org.kith.server.programme;

import java.util.List;
import java.util.stream.Collectors;
import org.kith.pack.source.Fault;

/// The server does not start on a pack with faults; the message lists them all.
public class PackNotUsable extends RuntimeException {
    private final transient List<Fault> faults;

    PackNotUsable(String where, List<Fault> faults) {
        super(
                "The programme pack " + where + " has faults:\n"
                        + faults.stream().map(Fault::toString).collect(Collectors.joining("\n"))
                        + "\nMend them, or name another pack in KITH_PROGRAMME. `bin/kith programme check DIR` lists them again.");
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
