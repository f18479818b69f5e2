package org.kith.server.identity.intake;

/// What a file is drawn for.
enum Purpose {
    /// To be read: straightened, and looked at for what may make it hard to read.
    PAPER,
    /// A face: left as it was taken.
    PORTRAIT,
    /// A passport page whose machine readable zone is to be read; nothing else of it comes back.
    ZONE
}
