/// Signing in and out, for people.
@NullMarked
package org.kith.server.account.web;

import org.jspecify.annotations.NullMarked;
