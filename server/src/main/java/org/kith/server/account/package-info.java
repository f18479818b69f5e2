/// Lets people sign in with an address only they can read, or a passkey, and keep those doors themselves.
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "keys", "notify", "passkey", "site", "vault"})
package org.kith.server.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
