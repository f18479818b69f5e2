/// What a person asks for: answers, submission, and the one table of what may happen to it.
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "audit", "programme", "rollout", "site", "vault"})
package org.kith.server.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
