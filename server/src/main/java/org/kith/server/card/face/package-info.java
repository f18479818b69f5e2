/// Draws the card's face, the same in a browser and on paper.
@NullMarked
package org.kith.server.card.face;

import org.jspecify.annotations.NullMarked;
