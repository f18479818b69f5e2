package org.kith.server.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.kith.server.keys.Codes;
import org.kith.server.keys.CountryKeys;
import org.springframework.stereotype.Component;

/// Finds a person by a value the database does not hold: only its code, under a key that is not in the database.
@Component
public class Lookups {
    private final CountryKeys countries;
    private final Codes codes;

    Lookups(CountryKeys countries, Codes codes) {
        this.countries = countries;
        this.codes = codes;
    }

    /// The code of `value` among the people of one country: 32 bytes.
    ///
    /// @param value in the one spelling that all callers of this kind agree on
    public byte[] of(CountryCode country, LookupKind kind, String value) {
        return countries.mac(country.value(), kind.name(), value.getBytes(UTF_8));
    }

    /// The codes of `value` among the people of every country: whoever looks for somebody does not know where they
    /// live.
    public List<byte[]> everywhere(LookupKind kind, String value) {
        return countries.macs(kind.name(), value.getBytes(UTF_8));
    }

    /// The code of an address, whatever the country: whoever signs in has not said yet where they live.
    public byte[] ofEmail(String address) {
        var canonical =
                Normalizer.normalize(address.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return codes.lookUp("EMAIL", canonical.getBytes(UTF_8));
    }
}
