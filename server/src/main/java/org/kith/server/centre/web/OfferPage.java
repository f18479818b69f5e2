package org.kith.server.centre.web;

import org.kith.server.centre.Offer;

/// A time that is held for the reader.
///
/// @param untilDay the last day to say yes
/// @param booked the visit they have until then; empty where they have none
public record OfferPage(
        CentreView centre,
        String id,
        Offer.Cause cause,
        String day,
        String time,
        String offset,
        long minutes,
        String untilDay,
        String untilTime,
        String booked,
        String reference) {}
