package org.kith.server.staff;

import java.util.Optional;

/// Answers a challenge in an officer's name without their device. Only the demonstration has one; in production nothing
/// implements it.
public interface StandInKeys {
    /// A credential as a browser would send it; nothing for officers who have keys of their own.
    Optional<String> show(OfficerId officer, byte[] challenge);
}
