/// Says whether what a passport's chip holds is as its state signed it (ICAO Doc 9303 parts 10 to 12).
@NullMarked
package org.kith.credential.emrtd;

import org.jspecify.annotations.NullMarked;
