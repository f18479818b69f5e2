/// Writes down every deed and every look, so that no entry can be changed unseen.
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "site", "vault"})
package org.kith.server.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
