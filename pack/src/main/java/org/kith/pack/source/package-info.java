/// Reads the YAML files of a pack so that every fault can name its file and line.
@NullMarked
package org.kith.pack.source;

import org.jspecify.annotations.NullMarked;
