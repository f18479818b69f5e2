/// Hands cards to wallets (OpenID4VCI 1.0), and keeps which wallet has copies of which.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "application",
            "audit",
            "card",
            "keys",
            "notify",
            "programme",
            "site",
            "status",
            "vault"
        })
package org.kith.server.wallet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
