package org.kith.pack.question;

/// One of the answers to a choice.
///
/// @param labelKey   the text of the choice
/// @param generation how many generations back it leads from the person, such as 2 for a grandmother; 0 where it leads
///     to no ancestor
public record Choice(String code, String labelKey, int generation) {}
