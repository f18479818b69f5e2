/// Makes passkeys and knows them again, for whoever has people who sign in with one.
@NullMarked
@ApplicationModule(allowedDependencies = {"site"})
package org.kith.server.passkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
