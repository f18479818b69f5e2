/// Mobile documents (mdoc, ISO/IEC 18013-5 §8.3 and §9.1): issued, presented and believed or not.
@NullMarked
package org.kith.credential.mdoc;

import org.jspecify.annotations.NullMarked;
