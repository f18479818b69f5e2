/// Finds out whether a person is here already, and has a person judge it.
@NullMarked
@ApplicationModule(allowedDependencies = {"application", "audit", "centre", "identity", "programme", "vault"})
package org.kith.server.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
