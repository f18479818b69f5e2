/// Holds the state's programme pack, every version that an application was filed under.
@NullMarked
@ApplicationModule(allowedDependencies = {"site"})
package org.kith.server.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
