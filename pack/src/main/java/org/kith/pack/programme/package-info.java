/// What a state settles for its programme besides questions and grounds: limits, papers, checks, cards, countries.
@NullMarked
package org.kith.pack.programme;

import org.jspecify.annotations.NullMarked;
