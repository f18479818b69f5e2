package org.kith.credential.trust;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/// Which addresses Kith speaks to: https, and plain http on this machine alone.
public final class WebAddress {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private WebAddress() {}

    /// Whether the text is an absolute address without user, query or fragment, over https or on this machine.
    public static boolean isAllowed(String address) {
        try {
            var uri = new URI(address);
            var plain = uri.getUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (!plain || uri.getHost() == null) return false;
            return "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
