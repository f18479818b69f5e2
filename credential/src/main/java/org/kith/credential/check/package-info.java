/// Answers, with the network off, whether a card that someone shows stands.
@NullMarked
package org.kith.credential.check;

import org.jspecify.annotations.NullMarked;
