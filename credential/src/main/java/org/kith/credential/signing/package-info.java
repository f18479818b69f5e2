/// Signs and verifies bytes with ES256, whatever holds the key.
@NullMarked
package org.kith.credential.signing;

import org.jspecify.annotations.NullMarked;
