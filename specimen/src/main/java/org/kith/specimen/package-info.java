/// States that do not exist, and passports of theirs whose chip is a program (ICAO Doc 9303 parts 10 to 12). Written
/// without the library that the reader uses, so that one judges the other.
@NullMarked
package org.kith.specimen;

import org.jspecify.annotations.NullMarked;
