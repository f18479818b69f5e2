/// Looks into what the programme wants known before a decision.
@NullMarked
@ApplicationModule(allowedDependencies = {"application", "audit", "identity", "programme", "staff", "vault"})
package org.kith.server.inquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
