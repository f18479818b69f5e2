/// Reads a machine readable zone from a photo of the page that carries it.
@NullMarked
package org.kith.credential.mrz.optical;

import org.jspecify.annotations.NullMarked;
