package org.kith.pack.programme;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Period;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Word;

/// Reads `wallets.yaml`.
public final class WalletsFile {
    private static final Period SHORTEST = Period.ofDays(1);
    private static final int FEWEST = 2;

    /// An identifier of OAuth (RFC 6749, appendix A.1), as long as any should be.
    private static final String CLIENT_ID = "[!-~]{1,200}";

    private static final String REDIRECT = "[!-~]{1,500}";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    /// Schemes that a browser or a telephone acts on by itself: no wallet's own.
    private static final Set<String> NO_WALLETS = Set.of(
            "about",
            "blob",
            "data",
            "file",
            "filesystem",
            "ftp",
            "intent",
            "javascript",
            "vbscript",
            "view-source",
            "ws",
            "wss");

    private enum WithoutAttestation {
        PRE_AUTHORIZED,
        NONE
    }

    private final Block block;
    private final Faults faults;
    private final WalletKeys keys = new WalletKeys();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> clientIds = new HashSet<>();

    public WalletsFile(Block block) {
        this.block = block;
        this.faults = block.faults();
    }

    public Optional<Wallets> read() {
        var mark = faults.mark();
        block.only("without-attestation", "copies", "providers", "clients");
        var without = block.oneOf("without-attestation", WithoutAttestation.class);
        var copies = block.block("copies").map(each -> each.only("live", "at-once"));
        var usual = Wallets.usual();
        var live = copies.filter(each -> each.has("live"))
                .map(each -> Span.period(each, "live", SHORTEST, usual.copiesLive()))
                .orElse(usual.copiesLive());
        var atOnce = copies.filter(each -> each.has("at-once"))
                .map(each -> each.number("at-once", FEWEST, usual.atOnce()))
                .orElse(usual.atOnce());
        var providers = block.blocks("providers").stream().map(this::provider).toList();
        var clients = block.blocks("clients").stream().map(this::client).toList();
        if (!faults.cleanSince(mark)) return Optional.empty();
        return Optional.of(new Wallets(
                without.filter(each -> each == WithoutAttestation.PRE_AUTHORIZED)
                        .isPresent(),
                live,
                atOnce,
                providers,
                clients));
    }

    private Wallets.Provider provider(Block provider) {
        provider.only("id", "name", "keys", "certificates", "clients", "redirects");
        var id = id(provider);
        if (!provider.has("keys") && !provider.has("certificates")) {
            faults.add(provider.place(), "nothing to know its wallets by", "add `keys:` or `certificates:`");
        }
        return new Wallets.Provider(
                id,
                name(provider),
                keys.keys(provider, "keys"),
                keys.certificates(provider, "certificates"),
                clientIds(provider),
                redirects(provider));
    }

    private Wallets.Client client(Block client) {
        client.only("id", "name", "keys", "redirects");
        var id = id(client);
        if (!id.isEmpty()) clientId(client.word("id"));
        if (!client.has("keys")) faults.add(client.place(), "nothing to know it by", "add `keys:`");
        return new Wallets.Client(id, name(client), keys.keys(client, "keys"), redirects(client));
    }

    private String id(Block wallet) {
        var id = wallet.id("id");
        if (!id.isEmpty() && !ids.add(id)) {
            faults.add(wallet.place("id"), "a second provider or client `" + id + "`", "give one of them another id");
        }
        return id;
    }

    /// Whoever reads it decides by it: nothing in it may turn the direction of text around or show nowhere.
    private static String name(Block wallet) {
        return wallet.formed(
                "name", "[^\\p{C}\\p{Zl}\\p{Zp}]{1,60}", "write 60 letters at most, and none that is not seen");
    }

    private Set<String> clientIds(Block provider) {
        var read = new LinkedHashSet<String>();
        for (var each : listed(provider, "clients", "list the client ids, or remove the line for any")) {
            if (!each.text().matches(CLIENT_ID)) {
                faults.add(each.place(), "`" + each.text() + "` cannot be a client id", "write it without spaces");
            } else if (clientId(each)) read.add(each.text());
        }
        return read;
    }

    private boolean clientId(Word id) {
        if (clientIds.add(id.text())) return true;
        faults.add(id.place(), "a second client id `" + id.text() + "`", "let one alone have it");
        return false;
    }

    private List<String> redirects(Block wallet) {
        var read = new LinkedHashSet<String>();
        var mend = "list the addresses that people are sent back to";
        if (!wallet.has("redirects")) faults.add(wallet.place(), "`redirects` is missing", mend);
        for (var each : listed(wallet, "redirects", mend)) {
            if (!isRedirect(each.text())) {
                faults.add(
                        each.place(),
                        "`" + each.text() + "` cannot be a redirect address",
                        "write all of it, without #: https, or a scheme of the wallet's own");
            } else if (!read.add(each.text())) {
                faults.add(each.place(), "`" + each.text() + "` stands twice", "keep one of them");
            }
        }
        return List.copyOf(read);
    }

    private List<Word> listed(Block wallet, String key, String mend) {
        var mark = faults.mark();
        var words = wallet.words(key);
        if (wallet.has(key) && words.isEmpty() && faults.cleanSince(mark)) {
            faults.add(wallet.place(key), "`" + key + "` lists nothing", mend);
        }
        return words;
    }

    /// RFC 6749 §3.1.2, RFC 8252 §7. Wallets of this trade do have schemes without a dot.
    private static boolean isRedirect(String text) {
        try {
            var uri = new URI(text);
            if (!text.matches(REDIRECT) || !uri.isAbsolute() || uri.isOpaque()) return false;
            if (uri.getRawFragment() != null || uri.getRawUserInfo() != null) return false;
            return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
                case "https" -> uri.getHost() != null;
                case "http" -> uri.getHost() != null && THIS_MACHINE.contains(uri.getHost());
                case String scheme -> !NO_WALLETS.contains(scheme);
            };
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
