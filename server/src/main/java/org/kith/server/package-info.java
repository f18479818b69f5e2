/// One deployable: every package below is a module, and the build checks who may use whom.
@NullMarked
package org.kith.server;

import org.jspecify.annotations.NullMarked;
