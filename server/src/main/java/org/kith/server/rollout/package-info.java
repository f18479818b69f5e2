/// Which countries of residence are open, for how many, and who waits.
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "notify", "programme", "staff", "vault"})
package org.kith.server.rollout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
