package org.kith.credential.signing;

import java.security.Signature;
import java.util.concurrent.ArrayBlockingQueue;

/// `Signature` objects waiting to be used again: making one allocates twenty times what a check with it does.
/// A queue rather than a thread-local, since virtual threads live too short to use theirs twice. Each is with
/// one
/// thread
/// at a time, and one that threw is not given back.
final class IdleSignatures {
    private static final int KEPT = 32;

    private final ArrayBlockingQueue<Signature> idle = new ArrayBlockingQueue<>(KEPT);

    Signature take() {
        var waiting = idle.poll();
        return waiting != null ? waiting : CryptoProvider.es256();
    }

    @SuppressWarnings("ReturnValueIgnored") // when the queue is full the object is left to the collector
    void giveBack(Signature used) {
        idle.offer(used);
    }
}
