package org.kith.reader;

import java.net.URI;
import java.util.Locale;

/// The one place whose pages this program talks to, as browsers write it.
record Origin(String value) {
    /// Of the address that people open Kith at.
    ///
    /// @throws IllegalArgumentException if it is none, or neither https nor on this computer
    static Origin of(String address) {
        var uri = URI.create(address.strip());
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        var local = host.equals("localhost") || host.equals("127.0.0.1");
        if (host.isEmpty() || !(scheme.equals("https") || (scheme.equals("http") && local)))
            throw new IllegalArgumentException("not an https address");

        var usual = scheme.equals("https") ? 443 : 80;
        var port = uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return new Origin(scheme + "://" + host + port);
    }
}
