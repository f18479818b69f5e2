package org.kith.pack.programme;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Period;
import java.util.List;
import java.util.Set;

/// Which wallets may have a copy of a card, and by what they are known.
///
/// @param withoutAttestation whether a wallet that nobody vouches for may have one too, by an offer with a PIN
/// @param copiesLive how long a copy is valid, 14 days at most
/// @param atOnce how many copies a wallet may take at once, 2 to 20
public record Wallets(
        boolean withoutAttestation, Period copiesLive, int atOnce, List<Provider> providers, List<Client> clients) {
    private static final Wallets USUAL = new Wallets(true, Period.ofDays(14), 20, List.of(), List.of());

    public Wallets {
        providers = List.copyOf(providers);
        clients = List.copyOf(clients);
    }

    /// What holds in a pack that says nothing of wallets.
    public static Wallets usual() {
        return USUAL;
    }

    /// Whether a provider may vouch for a client id: for those it lists or, if it lists none, for any that nobody else
    /// in the pack has.
    public boolean mayVouch(Provider provider, String client) {
        if (!provider.clients().isEmpty()) return provider.clients().contains(client);

        return clients.stream().noneMatch(each -> each.id().equals(client))
                && providers.stream().noneMatch(each -> each.clients().contains(client));
    }

    /// Who vouches for their wallets, by client attestation. Has a key or a certificate at least.
    ///
    /// @param name as people read it, in every language
    /// @param keys on P-256, each of one provider or client alone
    /// @param certificates roots to which the chain of an attestation leads; they may have expired since
    /// @param clients the client ids it lists; [Wallets#mayVouch] says what that means
    /// @param redirects compared letter by letter
    public record Provider(
            String id,
            String name,
            List<ECPublicKey> keys,
            List<X509Certificate> certificates,
            Set<String> clients,
            List<String> redirects) {
        public Provider {
            keys = List.copyOf(keys);
            certificates = List.copyOf(certificates);
            clients = Set.copyOf(clients);
            redirects = List.copyOf(redirects);
        }
    }

    /// A wallet that holds a key of its own (`private_key_jwt`).
    ///
    /// @param id its client id
    /// @param redirects compared letter by letter
    public record Client(String id, String name, List<ECPublicKey> keys, List<String> redirects) {
        public Client {
            keys = List.copyOf(keys);
            redirects = List.copyOf(redirects);
        }
    }
}
