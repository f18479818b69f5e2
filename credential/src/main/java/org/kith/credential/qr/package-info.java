/// Writes a card as the text of a QR code, and reads such codes (CWT with claim 169).
@NullMarked
package org.kith.credential.qr;

import org.jspecify.annotations.NullMarked;
