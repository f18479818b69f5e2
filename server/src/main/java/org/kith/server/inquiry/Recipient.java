package org.kith.server.inquiry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.kith.pack.programme.Check;
import org.kith.server.inquiry.RecipientAnswer.NotKnown;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Asks another office over HTTP, and trusts nothing of the way there: no redirect is followed, nothing is waited for
/// longer than a moment, nothing large is read.
@Component
class Recipient {
    private static final long LARGEST = 64 * 1024;

    private final AllowedHosts hosts;
    private final Duration patience;
    private final HttpClient client;

    Recipient(AllowedHosts hosts, @Value("${kith.check-time:10s}") Duration patience) {
        this.hosts = hosts;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    RecipientAnswer ask(Check.Request request, byte[] body, SignedAnswer.Sent sent) {
        var address = URI.create(request.url());
        if (!hosts.allows(address)) return new NotKnown(WhyUnknown.NOT_ALLOWED);

        var post = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Accept", "application/jose")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var limited = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST);
        var asking = client.sendAsync(post, limited);
        try {
            // The time of a request ends with its headers; a body that drips must end too.
            return read(asking.get(patience.toMillis(), TimeUnit.MILLISECONDS), request.key(), sent);
        } catch (ExecutionException e) {
            return new NotKnown(isTooLarge(e.getCause()) ? WhyUnknown.TOO_LARGE : WhyUnknown.NO_ANSWER);
        } catch (TimeoutException _) {
            return new NotKnown(WhyUnknown.NO_ANSWER);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new NotKnown(WhyUnknown.NO_ANSWER);
        } finally {
            asking.cancel(true);
        }
    }

    private static RecipientAnswer read(HttpResponse<byte[]> answer, String key, SignedAnswer.Sent sent) {
        if (answer.statusCode() != 200) return new NotKnown(WhyUnknown.REFUSED);
        return SignedAnswer.read(new String(answer.body(), StandardCharsets.US_ASCII), key, sent);
    }

    /// All that tells it apart is its words.
    private static boolean isTooLarge(@Nullable Throwable cause) {
        for (var each = cause; each != null; each = each.getCause()) {
            var said = each.getMessage();
            if (each instanceof IOException && said != null && said.contains("capacity")) return true;
        }
        return false;
    }
}
