/// Sends neutral mail in the person's language, once and surely.
@NullMarked
@ApplicationModule(allowedDependencies = {"site", "vault"})
package org.kith.server.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
