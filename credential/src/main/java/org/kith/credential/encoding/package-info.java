/// Turns values into bytes and text and back, refusing every form but the one.
@NullMarked
package org.kith.credential.encoding;

import org.jspecify.annotations.NullMarked;
