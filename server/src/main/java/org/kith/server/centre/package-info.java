/// Where and when a person can be seen, by appointment.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"application", "audit", "notify", "programme", "site", "staff", "vault", "account"})
package org.kith.server.centre;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
