/// The pages on which a person checks whether they qualify, and answers the programme's questions.
@NullMarked
package org.kith.server.application.web;

import org.jspecify.annotations.NullMarked;
