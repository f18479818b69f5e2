package org.kith.server.inquiry;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where the operator of the machine lets this server ask: nowhere, unless they say so. A pack alone cannot make it
/// call
/// anybody, and a name that leads inside the operator's own network does not either, unless that address is listed too.
@Component
class AllowedHosts {
    private final Set<String> allowed;
    private final boolean production;

    AllowedHosts(@Value("${kith.check-hosts:}") String hosts, @Value("${kith.production:false}") boolean production) {
        this.allowed = Stream.of(hosts.split(",", -1))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        this.production = production;
    }

    boolean allows(URI address) {
        var host = address.getHost();
        if (host == null || address.getUserInfo() != null) return false;
        var name = host.toLowerCase(Locale.ROOT);
        if (!allowed.contains(name) || !isSafe(address.getScheme(), name)) return false;

        try {
            return Stream.of(InetAddress.getAllByName(host)).allMatch(this::isPublicOrListed);
        } catch (UnknownHostException _) {
            return false;
        }
    }

    /// Plain http only to this machine, and only in the demonstration.
    private boolean isSafe(String scheme, String name) {
        return "https".equals(scheme) || ("http".equals(scheme) && name.equals("localhost") && !production);
    }

    private boolean isPublicOrListed(InetAddress address) {
        var own = address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || isUniqueLocal(address)
                || isShared(address);
        return !own
                || allowed.contains(address.getHostAddress())
                || (address.isLoopbackAddress() && allowed.contains("localhost"));
    }

    /// fc00::/7, RFC 4193.
    private static boolean isUniqueLocal(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    }

    /// 100.64.0.0/10, RFC 6598.
    private static boolean isShared(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    }
}
