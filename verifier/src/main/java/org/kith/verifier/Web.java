package org.kith.verifier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.kith.credential.trust.WebAddress;

/// Fetches small files from issuers. Never follows a redirect: it could lead away from https or from the
/// issuer.
final class Web implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /// @throws Refusal if the address is not https (http on this machine), does not answer 200, or sends more
    ///     than
    ///     `limit` bytes
    byte[] get(String address, String accept, int limit) throws Refusal {
        if (!WebAddress.isAllowed(address)) {
            throw Refusal.wrongUse(address + " is not an https address (plain http is for localhost only).");
        }
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Accept", accept)
                .build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() != 200) {
                    throw Refusal.no(address + " answered " + response.statusCode() + " instead of 200.");
                }
                var bytes = body.readNBytes(limit + 1);
                if (bytes.length > limit) throw Refusal.no(address + " sent more than " + limit + " bytes.");
                return bytes;
            }
        } catch (IOException e) {
            throw Refusal.no(address + " could not be reached. Check the address and the network.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.no("Interrupted while fetching " + address + ".");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
