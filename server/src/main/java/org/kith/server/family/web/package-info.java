/// The pages of a family, of guardians and of whoever is asked.
@NullMarked
package org.kith.server.family.web;

import org.jspecify.annotations.NullMarked;
