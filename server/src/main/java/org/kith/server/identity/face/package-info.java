/// Looks for faces on a photo, and for what may make one hard to know again.
@NullMarked
package org.kith.server.identity.face;

import org.jspecify.annotations.NullMarked;
