/// Every text a person reads, in each language the programme speaks.
@NullMarked
package org.kith.pack.text;

import org.jspecify.annotations.NullMarked;
