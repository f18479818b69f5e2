/// What the operator of the machine types.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"audit", "backup", "centre", "database", "decision", "identity", "keys", "staff", "time"
        })
package org.kith.server.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
