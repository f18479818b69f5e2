/// Publishes, for every position we hand out, whether it still stands.
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "site"})
package org.kith.server.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
