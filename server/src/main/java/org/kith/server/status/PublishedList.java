package org.kith.server.status;

/// A list as anyone may fetch it.
///
/// @param etag changes with the token and with its form, without quotation marks
/// @param <T>  text for a JWT, bytes for a CWT
public record PublishedList<T>(String etag, T token) {}
