/// Carries all that is kept to another place, and back.
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "status"})
package org.kith.server.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
