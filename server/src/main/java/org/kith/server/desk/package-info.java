/// Where registrars and caseworkers work.
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
            "inquiry",
            "matching",
            "programme",
            "site",
            "staff",
            "talk",
            "vault"
        })
package org.kith.server.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
