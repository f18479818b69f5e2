/// Lays out every page: frame, languages, stylesheet, error pages.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.kith.server.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
