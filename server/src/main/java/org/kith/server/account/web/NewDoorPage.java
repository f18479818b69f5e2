package org.kith.server.account.web;

/// Asks whoever reads a new address whether they asked to be let in by it.
///
/// @param taken whether it opens another account, so that it cannot be
public record NewDoorPage(String link, boolean taken) {}
