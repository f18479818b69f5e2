package org.kith.server.decision;

import java.util.Set;
import org.kith.server.application.Application;

/// Something that can stand in the way of a finding. It is asked when an officer decides, and again when a second one
/// signs: what was there when it was proposed may be gone.
public interface Obstacle {
    /// What is missing for this finding; empty where nothing is.
    Set<Requirement> missing(Application application, Finding finding);
}
