/// People who apply together: each with answers of their own, and with papers that serve all.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "account::web",
            "application",
            "audit",
            "centre",
            "identity",
            "notify",
            "programme",
            "site",
            "staff",
            "vault"
        })
package org.kith.server.family;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
