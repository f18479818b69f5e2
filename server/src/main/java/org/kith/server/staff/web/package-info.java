/// Signing in and out, for officers.
@NullMarked
package org.kith.server.staff.web;

import org.jspecify.annotations.NullMarked;
