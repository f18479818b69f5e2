/// Says, for every credential handed out, whether it still stands (Token Status List).
@NullMarked
package org.kith.credential.status;

import org.jspecify.annotations.NullMarked;
