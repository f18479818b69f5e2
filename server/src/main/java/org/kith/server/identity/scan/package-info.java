/// Asks a virus scanner about a file before anything else looks at it.
@NullMarked
package org.kith.server.identity.scan;

import org.jspecify.annotations.NullMarked;
