package org.kith.server.site;

import java.util.Locale;
import java.util.Map;

/// Texts that a module brings beside the site's own, such as the programme pack's messages.
public interface TextSource {
    /// ICU message patterns by key, in one language; empty where that language is not served.
    Map<String, String> texts(Locale language);
}
