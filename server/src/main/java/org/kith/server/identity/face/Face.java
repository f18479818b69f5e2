package org.kith.server.identity.face;

/// Where a face was found: about from the brows to the chin.
///
/// @param eyes whether an open eye was seen in it
record Face(int left, int top, int width, int height, boolean eyes) {}
