package org.kith.pack.question;

/// One of the answers to a choice.
///
/// @param labelKey the text of the choice
public record Choice(String code, String labelKey) {}
