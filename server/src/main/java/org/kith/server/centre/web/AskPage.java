package org.kith.server.centre.web;

/// Times of this centre are given out.
public record AskPage(CentreView centre, PartyView party, boolean moving, String reference) {}
