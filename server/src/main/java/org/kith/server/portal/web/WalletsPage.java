package org.kith.server.portal.web;

import java.util.List;
import org.kith.server.wallet.OwnWallets.OwnWallet;

/// The wallets a holder's card is in, and the ways to put it into another.
///
/// @param active  whether it can be added to any
/// @param trusted what the wallets are called that the programme trusts
/// @param any     whether it lets others have copies too
public record WalletsPage(boolean active, List<OwnWallet> wallets, List<String> trusted, boolean any) {
    public WalletsPage {
        wallets = List.copyOf(wallets);
        trusted = List.copyOf(trusted);
    }

    /// The key of what to call one.
    static String nameKey(OwnWallet wallet) {
        if (wallet.inBrowser()) return "wallets.browser";
        return wallet.name().isEmpty() ? "wallets.nameless" : "wallets.name";
    }

    public String key(OwnWallet wallet) {
        return nameKey(wallet);
    }
}
