package org.kith.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.status.StatusListRefused;
import org.kith.credential.status.StatusListToken;
import org.kith.credential.trust.TrustFile;
import picocli.CommandLine.Command;

/// `kith fetch`: gets the trusted issuers' status lists whole, so that no publisher learns which card is being
/// checked.
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = {
            "Refreshes the trust files and status lists of the issuers you trust.",
            "Lists are kept in $XDG_CACHE_HOME/kith. A list is never replaced by an older one."
        },
        footer = {"", "Exit codes: 0 if all was fetched, 1 if something was not.", "", "Example:", "  kith fetch"})
final class FetchCommand implements Callable<Integer> {
    private static final String NONE_KNOWN =
            ": no status list is known yet. Run `kith verify` on one of its cards, then fetch again.";
    private static final int MAX_LISTS = 10_000;
    private static final int MAX_AGGREGATION_BYTES = 4 * 1024 * 1024;

    private final Surroundings here;
    private final TrustStore store;
    private final ListCache lists;
    private boolean complete = true;

    FetchCommand(Surroundings here) {
        this.here = here;
        this.store = new TrustStore(here.trust());
        this.lists = new ListCache(here.cache(), List.of());
    }

    @Override
    public Integer call() throws Refusal {
        var issuers = store.all();
        if (issuers.isEmpty()) throw Refusal.no("No issuer is trusted yet. Run `kith trust add URL` first.");
        try (var web = new Web()) {
            for (var issuer : issuers) {
                attempt(() -> store.pin(TrustCommand.fetch(web, issuer.issuer())));
                var current = store.of(issuer.issuer()).orElse(issuer);
                var addresses = addresses(web, current);
                if (addresses.isEmpty()) here.out().println(current.issuer() + NONE_KNOWN);
                for (var address : addresses) attempt(() -> list(web, current, address));
            }
        }
        return complete ? 0 : Refusal.NO;
    }

    /// What the issuer lists, what is cached already, and what a check has missed.
    private Set<String> addresses(Web web, TrustFile issuer) throws Refusal {
        var addresses = new LinkedHashSet<>(lists.addresses());
        var aggregation = issuer.aggregation();
        if (aggregation != null) attempt(() -> addresses.addAll(aggregated(web, aggregation)));
        addresses.removeIf(address -> !issuer.mayPublish(address));
        if (addresses.size() > MAX_LISTS) throw Refusal.no(issuer.issuer() + " lists more than 10,000 status lists.");
        return addresses;
    }

    /// Token Status List §9.3: `{"status_lists": ["https://…"]}`.
    private static Set<String> aggregated(Web web, String address) throws Refusal {
        try {
            var json = Json.object(web.get(address, "application/json", MAX_AGGREGATION_BYTES));
            var addresses = new LinkedHashSet<String>();
            for (var list : json.path("status_lists")) addresses.add(list.asString(""));
            return addresses;
        } catch (Malformed e) {
            throw Refusal.no(address + " is " + e.fault() + ". Tell the issuer.");
        }
    }

    private void list(Web web, TrustFile issuer, String address) throws Refusal {
        var token = new String(web.get(address, StatusListToken.MEDIA_TYPE, ListCache.MAX_BYTES), UTF_8);
        try {
            var fetched = issuer.verify(token, address);
            var cached = lists.cached(address, issuer);
            if (cached.isPresent() && fetched.isOlderThan(cached.get())) {
                throw Refusal.no(address + " sent an older list than the one here. The newer was kept.");
            }
            lists.keep(address, token);
            here.out()
                    .println(address + ": issued "
                            + Sentences.age(fetched.ageAt(here.clock().instant())) + " ago, good until "
                            + fetched.terms().expiresAt());
        } catch (StatusListRefused e) {
            throw Refusal.no(
                    address + " sent a list that is not believed: " + e.getMessage() + ". Nothing was changed.");
        }
    }

    /// One issuer's trouble does not keep the others' lists from being fetched.
    private void attempt(Attempt attempt) {
        try {
            attempt.make();
        } catch (Refusal refusal) {
            complete = false;
            here.err().println(refusal.getMessage());
        }
    }

    private interface Attempt {
        void make() throws Refusal;
    }
}
