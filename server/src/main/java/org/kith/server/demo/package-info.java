/// Demonstration people, the outbox to read and the clock to set; absent in production.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "account::web",
            "application",
            "audit",
            "centre",
            "database",
            "keys",
            "notify",
            "programme",
            "site",
            "staff",
            "staff::web",
            "time",
            "vault"
        })
package org.kith.server.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
