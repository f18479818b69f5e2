package org.kith.server.portal.web;

import java.util.List;

/// The first page, in the state's own voice.
///
/// @param specimen the face of nobody’s card, as an SVG element
/// @param uses  what the card is good for
/// @param needs what a person should have at hand
public record StartPage(String headline, String lead, String specimen, List<String> uses, List<String> needs) {}
