/// Where sealed files lie: in a folder, or in a bucket that speaks S3.
@NullMarked
package org.kith.server.identity.storage;

import org.jspecify.annotations.NullMarked;
