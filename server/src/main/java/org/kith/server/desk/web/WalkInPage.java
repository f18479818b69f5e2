package org.kith.server.desk.web;

/// Asks for the reference of somebody who stands at the counter.
///
/// @param said    what came of the last one, as the key of a text; empty at first
/// @param when    the time that the text names
/// @param standby whether they may be put on the list of those who can come at short notice
public record WalkInPage(String reference, String said, String when, boolean standby) {}
