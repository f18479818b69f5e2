package org.kith.server.rollout;

import org.kith.pack.programme.Rollout.Phase;

/// Whether an application from a country may be sent now.
public sealed interface AdmissionResult {
    record Admitted() implements AdmissionResult {}

    record NotOpen(Phase phase) implements AdmissionResult {}

    /// Today's places are taken; the next day has new ones.
    record FullToday() implements AdmissionResult {}
}
