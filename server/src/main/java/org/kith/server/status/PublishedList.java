package org.kith.server.status;

/// A list as anyone may fetch it.
///
/// @param etag changes with the token, without quotation marks
public record PublishedList(String etag, String token) {}
