package org.kith.server.application;

import java.util.UUID;

/// An application has just reached a stage. Told inside the transaction of the step, to whoever keeps something that
/// must never differ from it.
public record ApplicationMoved(UUID applicationId, Stage from, Stage stage) {}
