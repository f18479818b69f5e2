/// The `kith` commands that need neither server nor network.
@NullMarked
package org.kith.verifier;

import org.jspecify.annotations.NullMarked;
