/// Decides, with reasons, what the programme's rules only propose.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "application",
            "audit",
            "family",
            "identity",
            "notify",
            "programme",
            "site",
            "staff",
            "vault",
            "account"
        })
package org.kith.server.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
