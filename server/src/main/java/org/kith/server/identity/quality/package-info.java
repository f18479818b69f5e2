/// Measures on a picture what may make it hard to read.
@NullMarked
package org.kith.server.identity.quality;

import org.jspecify.annotations.NullMarked;
