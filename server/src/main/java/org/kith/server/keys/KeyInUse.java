package org.kith.server.keys;

import java.time.Instant;

/// A key that signs now or will sign, as an operator sees it: no secrets.
///
/// @param id       JWK thumbprint
/// @param from     it signs nothing before
/// @param until    its certificate ends
/// @param signsNow or takes its turn at `from`
/// @param provider the part of this machine that does the signing
public record KeyInUse(Purpose purpose, String id, Instant from, Instant until, boolean signsNow, String provider) {}
