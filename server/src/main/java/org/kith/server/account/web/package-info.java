/// Signing in and out, for people.
@NullMarked
@NamedInterface("web")
package org.kith.server.account.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
