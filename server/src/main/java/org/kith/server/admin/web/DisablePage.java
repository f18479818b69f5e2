package org.kith.server.admin.web;

/// Asks once more before an officer is shut out.
public record DisablePage(String id, String name) {}
