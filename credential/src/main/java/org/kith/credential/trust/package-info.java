/// Says whose keys are believed, for what, and since when.
@NullMarked
package org.kith.credential.trust;

import org.jspecify.annotations.NullMarked;
