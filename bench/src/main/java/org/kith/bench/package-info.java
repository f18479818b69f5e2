/// Measures Kith against bare limits in the same run, several times, and as its tables grow.
@NullMarked
package org.kith.bench;

import org.jspecify.annotations.NullMarked;
