/// The demonstration's own pages.
@NullMarked
package org.kith.server.demo.web;

import org.jspecify.annotations.NullMarked;
