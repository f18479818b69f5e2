/// The record of a check at a counter: what an officer signed with their passkey, and the issuer's word that it was
/// their key.
@NullMarked
package org.kith.credential.identity;

import org.jspecify.annotations.NullMarked;
