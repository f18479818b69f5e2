/// Hands the lists to anyone who asks.
@NullMarked
package org.kith.server.status.web;

import org.jspecify.annotations.NullMarked;
