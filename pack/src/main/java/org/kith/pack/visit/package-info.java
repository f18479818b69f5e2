/// What people come to a centre for, as a programme settles it.
@NullMarked
package org.kith.pack.visit;

import org.jspecify.annotations.NullMarked;
