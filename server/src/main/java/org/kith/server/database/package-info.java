/// Finds, starts and marks the PostgreSQL that everything is kept in.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.kith.server.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
