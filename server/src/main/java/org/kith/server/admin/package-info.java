/// Where managers run the service and auditors watch it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "application",
            "audit",
            "card",
            "centre",
            "decision",
            "identity",
            "programme",
            "rollout",
            "site",
            "staff",
            "vault"
        })
package org.kith.server.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
