package org.kith.server.centre;

import java.util.List;
import java.util.Locale;
import org.kith.server.vault.CountryCode;

/// A certification centre: an address, some counters, and hours by the clock on its wall.
///
/// @param code      as it stands in addresses of pages, such as `port-amity`
/// @param finding   how to find it, for people who would rather not ask
/// @param languages what its officers speak
/// @param counters  how many people are seen at once
/// @param open      whether it takes new visits
public record Centre(
        CentreId id,
        String code,
        String town,
        CountryCode country,
        String address,
        String finding,
        List<Locale> languages,
        boolean stepFree,
        int counters,
        boolean open,
        Hours hours) {
    public Centre {
        languages = List.copyOf(languages);
    }

    Centre with(Hours other) {
        return new Centre(id, code, town, country, address, finding, languages, stepFree, counters, open, other);
    }
}
