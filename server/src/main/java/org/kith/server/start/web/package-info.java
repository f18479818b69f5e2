/// Answers those who watch over the server.
@NullMarked
package org.kith.server.start.web;

import org.jspecify.annotations.NullMarked;
