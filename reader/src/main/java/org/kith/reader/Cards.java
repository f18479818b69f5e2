package org.kith.reader;

/// Where a chip is found.
interface Cards {
    /// Connects to the chip anew, as if it had just been laid there.
    Card connect() throws ReadFailed;
}
