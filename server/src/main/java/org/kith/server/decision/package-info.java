/// Decides, with reasons, what the programme's rules only propose.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "application",
            "audit",
            "centre",
            "family",
            "identity",
            "inquiry",
            "matching",
            "notify",
            "programme",
            "site",
            "staff",
            "talk",
            "vault",
            "account"
        })
package org.kith.server.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
