/// Gives everyone the one clock.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.kith.server.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
