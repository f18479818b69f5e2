/// Turns pages into HTML, and serves what every page needs.
@NullMarked
package org.kith.server.site.web;

import org.jspecify.annotations.NullMarked;
