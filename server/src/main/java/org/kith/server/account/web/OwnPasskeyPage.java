package org.kith.server.account.web;

import org.kith.server.account.PersonPasskey;

/// One passkey, to be renamed or removed.
///
/// @param typed   the name to show in the field
/// @param unnamed whether a name is missing
/// @param last    whether it was to be removed and must stay
public record OwnPasskeyPage(PersonPasskey passkey, String typed, boolean unnamed, boolean last) {}
