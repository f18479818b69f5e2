/// Draws the pages of a stranger's file anew, in a process that may die without harm.
@NullMarked
package org.kith.server.identity.intake;

import org.jspecify.annotations.NullMarked;
