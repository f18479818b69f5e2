package org.kith.server.portal.web;

import org.kith.server.wallet.OwnWallets.OwnWallet;

/// Asks before a wallet is removed.
public record WalletRemovePage(OwnWallet wallet) {
    public String key() {
        return WalletsPage.nameKey(wallet);
    }
}
