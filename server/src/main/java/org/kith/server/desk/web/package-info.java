/// The desk's pages.
@NullMarked
package org.kith.server.desk.web;

import org.jspecify.annotations.NullMarked;
