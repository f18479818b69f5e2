/// Lets anyone check a card without leaving a trace.
@NullMarked
@ApplicationModule(allowedDependencies = {"card", "keys", "programme", "site", "status"})
package org.kith.server.presentation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
