package org.kith.server.portal.web;

import java.util.List;
import org.kith.server.site.QrSquares;
import org.kith.server.wallet.Offering;

/// What a holder hands to their wallet: a link for this telephone, a code for another.
///
/// @param trusted the wallets it is for; none for any wallet
public record WalletOfferPage(Offering.Offer offer, QrSquares square, List<String> trusted) {
    public WalletOfferPage {
        trusted = List.copyOf(trusted);
    }

    public int minutes() {
        return (int) Offering.LIFE.toMinutes();
    }

    public int side() {
        return square.size() + 2 * QrSquares.QUIET;
    }
}
