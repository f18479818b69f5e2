/// Issues, presents and verifies credentials of which a holder shows no more than they choose: SD-JWT (RFC
/// 9901) and
/// SD-JWT VC.
@NullMarked
package org.kith.credential.sdjwt;

import org.jspecify.annotations.NullMarked;
