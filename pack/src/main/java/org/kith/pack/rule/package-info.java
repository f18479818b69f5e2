/// Rules over a person's answers: written in CEL, typed against the questions, with "not known" as a third outcome.
@NullMarked
package org.kith.pack.rule;

import org.jspecify.annotations.NullMarked;
