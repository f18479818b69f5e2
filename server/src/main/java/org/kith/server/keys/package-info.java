/// The only code that touches private keys.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.kith.server.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
