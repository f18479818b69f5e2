package org.kith.server.portal.web;

import java.util.List;
import java.util.Locale;
import org.kith.server.audit.Look;

/// Which officers opened a person's data, the newest first.
public record LooksPage(List<Look> looks) {
    /// The key of a value's text: `IDENTITY_CHECK` is `looks.purpose.identity-check`.
    public static String key(String group, Enum<?> value) {
        return "looks." + group + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
