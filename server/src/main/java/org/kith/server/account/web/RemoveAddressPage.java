package org.kith.server.account.web;

import org.kith.server.account.OwnAddress;

/// Asks once more before an address goes.
///
/// @param last whether it was to go and has to stay
public record RemoveAddressPage(OwnAddress address, boolean last) {}
