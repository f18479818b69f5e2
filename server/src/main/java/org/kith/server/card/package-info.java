/// The card's life: issued, shown, suspended, restored, revoked.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "application",
            "audit",
            "decision",
            "keys",
            "matching",
            "notify",
            "programme",
            "site",
            "staff",
            "status",
            "vault",
            "account",
            "identity"
        })
package org.kith.server.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
