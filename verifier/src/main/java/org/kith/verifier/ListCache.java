package org.kith.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.credential.check.StatusLists;
import org.kith.credential.status.StatusListRefused;
import org.kith.credential.status.StatusListRefused.Reason;
import org.kith.credential.status.VerifiedStatusList;
import org.kith.credential.trust.TrustFile;

/// The status lists on this machine: in the cache folder a token (`.jwt`) and its address (`.uri`) for each,
/// and those
/// named on the command line. Of two of one address the newer counts, wherever it lies.
final class ListCache implements StatusLists {
    /// A list of the largest size, with what base64 adds.
    static final int MAX_BYTES = 8 * 1024 * 1024;

    private final Path folder;
    private final List<String> named;
    private final Map<String, Optional<VerifiedStatusList>> found = new HashMap<>();

    ListCache(Path folder, List<String> named) {
        this.folder = folder;
        this.named = List.copyOf(named);
    }

    @Override
    public Optional<VerifiedStatusList> find(String uri, TrustFile issuer) throws StatusListRefused {
        var known = found.get(uri);
        if (known != null) return known;

        var newest = newest(uri, issuer);
        found.put(uri, newest);
        return newest;
    }

    /// What the cache folder alone holds; nothing if that is damaged or not to be believed any more.
    Optional<VerifiedStatusList> cached(String uri, TrustFile issuer) {
        try {
            var token = token(uri);
            return token.isEmpty() ? Optional.empty() : Optional.of(issuer.verify(token.get(), uri));
        } catch (StatusListRefused refused) {
            return Optional.empty();
        }
    }

    void keep(String uri, String token) throws Refusal {
        remember(uri);
        LocalFiles.write(place(uri, ".jwt"), token.getBytes(UTF_8));
    }

    /// Notes an address for the next `kith fetch`, so that a check itself never needs the network.
    void remember(String uri) throws Refusal {
        if (!Files.exists(place(uri, ".uri"))) LocalFiles.write(place(uri, ".uri"), uri.getBytes(UTF_8));
    }

    List<String> addresses() throws Refusal {
        var addresses = new ArrayList<String>();
        for (var file : LocalFiles.list(folder.resolve("status"), ".uri")) {
            addresses.add(new String(LocalFiles.read(file, MAX_BYTES), UTF_8).strip());
        }
        return addresses;
    }

    private Optional<VerifiedStatusList> newest(String uri, TrustFile issuer) throws StatusListRefused {
        var tokens = new ArrayList<>(named);
        token(uri).ifPresent(tokens::add);

        @Nullable VerifiedStatusList newest = null;
        @Nullable StatusListRefused refusal = null;
        for (var token : tokens) {
            try {
                var list = issuer.verify(token, uri);
                if (newest == null || newest.isOlderThan(list)) newest = list;
            } catch (StatusListRefused refused) {
                if (refused.reason() != Reason.ANOTHER_LIST) refusal = refused;
            }
        }
        if (newest == null && refusal != null) throw refusal;
        return Optional.ofNullable(newest);
    }

    private Optional<String> token(String uri) throws StatusListRefused {
        var file = place(uri, ".jwt");
        if (!Files.exists(file)) return Optional.empty();
        try {
            return Optional.of(new String(LocalFiles.read(file, MAX_BYTES), UTF_8));
        } catch (Refusal unreadable) {
            throw new StatusListRefused(Reason.MALFORMED, "the file in the cache cannot be read");
        }
    }

    private Path place(String uri, String ending) {
        return folder.resolve("status").resolve(LocalFiles.nameOf(uri) + ending);
    }
}
