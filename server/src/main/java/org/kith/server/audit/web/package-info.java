/// Publishes the journal's newest checkpoint.
@NullMarked
package org.kith.server.audit.web;

import org.jspecify.annotations.NullMarked;
