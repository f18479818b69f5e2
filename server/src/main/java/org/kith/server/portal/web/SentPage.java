package org.kith.server.portal.web;

/// The application is sent; this is its number.
public record SentPage(String reference) {}
