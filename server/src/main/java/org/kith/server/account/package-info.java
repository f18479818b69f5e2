/// Lets people sign in with nothing but an address only they can read.
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "keys", "notify", "site", "vault"})
package org.kith.server.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
