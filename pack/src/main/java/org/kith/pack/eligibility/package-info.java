/// On which grounds a person belongs, and why or why not, clause by clause.
@NullMarked
package org.kith.pack.eligibility;

import org.jspecify.annotations.NullMarked;
