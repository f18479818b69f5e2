/// Talks over language and culture, marked by two who do not see each other's marks.
@NullMarked
@ApplicationModule(allowedDependencies = {"application", "audit", "centre", "identity", "programme", "staff", "vault"})
package org.kith.server.talk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
