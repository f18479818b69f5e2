package org.kith.server.status;

import java.util.List;

/// Where every list we have published is found.
///
/// @param etag changes with the addresses, without quotation marks
public record PublishedAddresses(String etag, List<String> addresses) {
    public PublishedAddresses {
        addresses = List.copyOf(addresses);
    }
}
