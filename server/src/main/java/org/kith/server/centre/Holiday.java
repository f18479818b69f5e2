package org.kith.server.centre;

import java.time.LocalDate;

/// A day on which a centre is closed.
///
/// @param note what the day is, in the words of the centre's manager
public record Holiday(LocalDate day, String note) {}
