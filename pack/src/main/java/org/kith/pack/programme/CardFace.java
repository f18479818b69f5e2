package org.kith.pack.programme;

import java.time.Period;

/// What the programme settles about its card.
///
/// @param numberPrefix letters before a card's number and a case's reference
/// @param validFor from the day of issue
/// @param patternSeed seeds the card's line work; it belongs to the programme, never to a person
public record CardFace(String numberPrefix, Period validFor, String patternSeed) {}
