package org.kith.server.portal.web;

import java.time.LocalDate;

/// The form of an appeal.
///
/// @param number    of the decision that is appealed
/// @param until     the last day for it
/// @param words     what stands in the field
/// @param hearing   whether the box is ticked
/// @param held      whether that was typed before their session ended
/// @param fault     the key of what is wrong; empty if nothing is
/// @param yours     marks the form as the person's own
public record AppealPage(
        String id,
        String number,
        LocalDate until,
        String words,
        boolean hearing,
        boolean held,
        String fault,
        String yours) {}
