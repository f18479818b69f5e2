/// What a programme asks, why it asks, and what a person may answer.
@NullMarked
package org.kith.pack.question;

import org.jspecify.annotations.NullMarked;
