/// Reads and writes the machine readable zone of passports and identity cards, as ICAO Doc 9303 lays it out.
@NullMarked
package org.kith.credential.mrz;

import org.jspecify.annotations.NullMarked;
