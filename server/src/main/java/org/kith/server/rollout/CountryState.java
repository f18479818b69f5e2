package org.kith.server.rollout;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;
import org.kith.pack.programme.Rollout.Phase;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Code;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.vault.CountryCode;

/// How open a country is.
///
/// @param quotaADay how many applications a day of UTC takes; empty without a limit
public record CountryState(CountryCode country, Phase phase, OptionalInt quotaADay) {
    /// A country as the journal names it: it has no number of its own, so its letters give one.
    static Case asCase(CountryCode country) {
        return new Case(CaseKind.COUNTRY, UUID.nameUUIDFromBytes(country.value().getBytes(StandardCharsets.US_ASCII)));
    }

    static Details details(CountryCode country) {
        return Details.of(Detail.COUNTRY, new Code(country.value().toLowerCase(Locale.ROOT)));
    }
}
