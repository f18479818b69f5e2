package org.kith.server.desk.web;

/// Something an officer should know instead of the page they asked for.
///
/// @param key its title is this text, its advice the same with `.text`
public record NoticePage(String key) {}
