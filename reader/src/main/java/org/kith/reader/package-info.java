/// Reads passport chips for the page that a registrar has open beside it, and believes nothing of them.
@NullMarked
package org.kith.reader;

import org.jspecify.annotations.NullMarked;
