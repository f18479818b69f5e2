/// Sending papers, and seeing what was kept of them.
@NullMarked
package org.kith.server.identity.web;

import org.jspecify.annotations.NullMarked;
