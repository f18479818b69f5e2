/// Choosing a centre and a time, for applicants.
@NullMarked
package org.kith.server.centre.web;

import org.jspecify.annotations.NullMarked;
