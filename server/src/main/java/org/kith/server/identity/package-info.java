/// Papers and photos, and what an officer checked at the counter.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "application",
            "audit",
            "centre",
            "notify",
            "keys",
            "passkey",
            "programme",
            "site",
            "staff",
            "vault",
            "account"
        })
package org.kith.server.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
