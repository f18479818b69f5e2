package org.kith.pack.visit;

import java.time.Period;

/// When somebody who did not pass may talk again.
///
/// @param after the day of the last talk
/// @param atLeast how often they may of their own accord; more where an officer asks for it
public record Retake(Period after, int atLeast) {}
