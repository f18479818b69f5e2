package org.kith.server.presentation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kith.credential.check.StatusLists;
import org.kith.credential.status.StatusListRefused;
import org.kith.credential.status.VerifiedStatusList;
import org.kith.credential.trust.TrustFile;
import org.kith.server.status.StatusPublisher;
import org.springframework.stereotype.Component;

/// The lists as we publish them to everyone, verified like a stranger's: this page knows nothing that others do not.
@Component
class OwnLists implements StatusLists {
    private final StatusPublisher publisher;
    private final Map<Integer, Seen> seen = new ConcurrentHashMap<>();

    OwnLists(StatusPublisher publisher) {
        this.publisher = publisher;
    }

    /// A list as it was last published, unpacked; a megabyte of positions is not worth unpacking twice.
    private record Seen(String etag, TrustFile issuer, VerifiedStatusList list) {}

    @Override
    public Optional<VerifiedStatusList> find(String uri, TrustFile issuer) throws StatusListRefused {
        var number = number(uri, issuer);
        var etag = number.flatMap(publisher::etag);
        if (etag.isEmpty()) return Optional.empty();

        var known = seen.get(number.get());
        if (known != null && known.etag().equals(etag.get()) && known.issuer().equals(issuer)) {
            return Optional.of(known.list());
        }
        return fetch(number.get(), uri, issuer);
    }

    private Optional<VerifiedStatusList> fetch(int number, String uri, TrustFile issuer) throws StatusListRefused {
        var published = publisher.published(number);
        if (published.isEmpty()) return Optional.empty();

        var list = issuer.verify(published.get().token(), uri);
        seen.put(number, new Seen(published.get().etag(), issuer, list));
        return Optional.of(list);
    }

    private static Optional<Integer> number(String uri, TrustFile issuer) {
        var rest = uri.startsWith(issuer.statusLists())
                ? uri.substring(issuer.statusLists().length())
                : "";
        return rest.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(rest)) : Optional.empty();
    }
}
