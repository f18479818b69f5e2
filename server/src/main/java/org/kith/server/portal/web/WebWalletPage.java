package org.kith.server.portal.web;

import java.util.List;

/// The wallet in a browser. What it is made of is the same for everybody: what stands on somebody's card is filled in
/// from what their browser keeps.
///
/// @param facts  of the card, in the pack's order
/// @param issuer as it stands in proofs
public record WebWalletPage(List<Fact> facts, String issuer) {
    public WebWalletPage {
        facts = List.copyOf(facts);
    }

    /// A fact that a card may say.
    ///
    /// @param name  of the claim
    /// @param title as the pack says it in the reader's language
    /// @param says  what to show in place of a code that stands for it; empty for what it says itself
    public record Fact(String name, String title, boolean isPortrait, String says) {}
}
