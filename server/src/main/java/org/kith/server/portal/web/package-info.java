/// The applicant's and holder's pages that show several modules at once.
@NullMarked
package org.kith.server.portal.web;

import org.jspecify.annotations.NullMarked;
