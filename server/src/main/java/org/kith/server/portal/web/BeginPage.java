package org.kith.server.portal.web;

/// Before there is an application.
///
/// @param carry whether the person came from the eligibility check and wants its answers in the draft
/// @param refused whether an application of theirs was refused for good
public record BeginPage(boolean carry, boolean refused) {}
