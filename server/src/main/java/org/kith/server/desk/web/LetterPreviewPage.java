package org.kith.server.desk.web;

import org.kith.server.decision.DecisionLetter;

/// A letter as it will go, before it goes.
///
/// @param letter  as the person will read it
/// @param address where the button sends
/// @param id      of the letter; empty where a proposal is signed
/// @param back    to the form, with all that was typed
/// @param again   whether the letter is another than the one that was looked at
/// @param signing whether a second officer signs it
public record LetterPreviewPage(
        DecisionLetter letter, String seal, String address, String id, String back, boolean again, boolean signing) {
    static LetterPreviewPage of(
            DecisionLetter letter, String address, String id, String back, boolean again, boolean signing) {
        return new LetterPreviewPage(letter, letter.seal(), address, id, back, again, signing);
    }
}
