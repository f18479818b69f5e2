/// Reads a programme pack, the folder of files that holds all that belongs to one state.
@NullMarked
package org.kith.pack;

import org.jspecify.annotations.NullMarked;
