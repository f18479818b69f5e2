package org.kith.server.matching;

import java.time.Instant;
import java.util.UUID;
import org.kith.server.application.ApplicationId;

/// What an officer judged, without the reason: that lies sealed beside it. It is never edited; a later one counts.
///
/// @param application in whose case it was judged
public record MatchJudgement(UUID id, ApplicationId application, UUID officer, MatchVerdict verdict, Instant at) {}
