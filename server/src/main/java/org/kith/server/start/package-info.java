/// Lets the server start only where it may.
@NullMarked
@ApplicationModule(allowedDependencies = {"card", "centre", "database", "keys", "programme", "site"})
package org.kith.server.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
