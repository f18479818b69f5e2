package org.kith.server.keys;

import java.util.Locale;

/// The secrets of a programme. Each is kept apart, so that one can be renewed without the others.
enum SecretName {
    /// Wraps the keys of countries.
    ROOT,
    /// Seals what belongs to no person.
    HOUSE,
    /// Codes for look-ups that know no country.
    LOOK_UPS,
    /// Scatters positions over status lists; never renewed, or two cards could be given one position.
    POSITIONS,
    /// Officers' numbers as a holder sees them.
    PSEUDONYMS;

    String alias() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
