package org.kith.server.portal.web;

import java.util.Map;

/// Asks for the number, the recovery code and a new address. The code is never shown again.
///
/// @param errors by the name of the field, in the page's language
public record RecoverPage(String reference, String email, Map<String, String> errors) {}
