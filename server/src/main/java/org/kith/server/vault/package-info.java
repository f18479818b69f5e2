/// Keeps personal data encrypted under each person's own key.
@NullMarked
@ApplicationModule(allowedDependencies = {"keys"})
package org.kith.server.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
