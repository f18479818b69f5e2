/// The applicant's and holder's home.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "application",
            "audit",
            "card",
            "centre",
            "decision",
            "family",
            "identity",
            "notify",
            "programme",
            "rollout",
            "site",
            "staff",
            "talk",
            "vault",
            "wallet"
        })
package org.kith.server.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
