package org.kith.pack.programme;

import java.time.Period;

/// How long people have, and how long things are kept. The floors protect whoever has the weaker hand.
///
/// @param draftKept how long a draft is kept after its last change
/// @param lapse how long a sent application waits for a visit to a centre
/// @param answer how long a person may answer before an intended refusal, or after a suspension
/// @param moreInformation how long a person has to bring what is asked for
/// @param extension what one click adds to either
/// @param extensions how often one click may do so, for each thing asked
/// @param appeal how long a decision may be appealed
/// @param decisionAim within which the programme means to decide; a promise, not a limit
/// @param papersKept how long papers are kept after the decision is final
/// @param photosKept how long a face photo is kept after the decision is final where no card carries it
/// @param notesShown after which the person may read what officers noted, though nothing is decided yet
public record TimeLimits(
        Period draftKept,
        Period lapse,
        Period answer,
        Period moreInformation,
        Period extension,
        int extensions,
        Period appeal,
        Period decisionAim,
        Period papersKept,
        Period photosKept,
        Period notesShown) {}
