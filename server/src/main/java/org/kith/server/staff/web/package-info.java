/// Signing in and out, for officers.
@NullMarked
@NamedInterface("web")
package org.kith.server.staff.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
