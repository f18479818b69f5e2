/// Knows the officers, what each may do, and how they sign in.
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "keys", "passkey", "site"})
package org.kith.server.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
