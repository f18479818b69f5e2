package org.kith.server.wallet;

import static org.kith.server.wallet.WalletFault.Code.INVALID_DPOP_PROOF;
import static org.kith.server.wallet.WalletFault.Code.USE_DPOP_NONCE;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kith.server.site.BaseUrl;
import org.springframework.stereotype.Component;

/// Checks that whoever sends a request holds a key (RFC 9449): codes and tokens are no use without it.
@Component
public class DpopProof {
    private static final String TYP = "dpop+jwt";
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final int LONGEST_ID = 200;

    private final Nonces nonces;
    private final Once once;
    private final BaseUrl base;
    private final Clock clock;

    DpopProof(Nonces nonces, Once once, BaseUrl base, Clock clock) {
        this.nonces = nonces;
        this.once = once;
        this.base = base;
        this.clock = clock;
    }

    /// A request as far as a proof speaks of it.
    ///
    /// @param path    of ours, beginning with a slash
    /// @param proofs  what its headers named `DPoP` say
    public record Request(String method, String path, List<String> proofs) {
        public Request {
            proofs = List.copyOf(proofs);
        }

        public boolean hasProof() {
            return !proofs.isEmpty();
        }
    }

    /// Sends a wallet for our nonce before anything of its request is looked at, and so before anything is used up.
    public void requireNonce(Request request) {
        if (request.proofs().size() != 1) return;
        var nonce = SignedToken.parse(request.proofs().getFirst(), TYP).flatMap(proof -> proof.text("nonce"));
        if (nonce.flatMap(text -> nonces.end(Nonces.Use.DPOP, text)).isEmpty()) throw noNonce();
    }

    private static WalletFault noNonce() {
        return new WalletFault(USE_DPOP_NONCE, "the nonce in DPoP-Nonce is needed");
    }

    /// The thumbprint of the key that was proved (RFC 7638).
    ///
    /// @param token the access token it is to stand beside, or null where there is none yet
    /// @throws WalletFault if nothing is proved. **Only if all else holds does its number count as used.**
    public String key(Request request, @Nullable String token) {
        if (request.proofs().size() != 1) throw refused("one DPoP header is needed");
        var proof = SignedToken.parse(request.proofs().getFirst(), TYP)
                .orElseThrow(() -> refused("not a DPoP proof signed with ES256"));
        var key = proof.keyInHeader().orElseThrow(() -> refused("no public key on P-256 in the header"));
        if (!proof.isSignedBy(key.publicKey())) throw refused("the signature does not hold");
        if (!proof.text("htm").filter(request.method()::equals).isPresent()) throw refused("htm is another method");
        if (!proof.text("htu").filter(htu -> isHere(htu, request.path())).isPresent()) {
            throw refused("htu is another address");
        }
        if (token != null && !proof.text("ath").filter(hash(token)::equals).isPresent()) {
            throw refused("ath is not the hash of the access token");
        }
        var id = proof.text("jti").filter(text -> !text.isEmpty() && text.length() <= LONGEST_ID);
        if (id.isEmpty()) throw refused("no jti");
        var now = clock.instant();
        var nonce = proof.text("nonce").flatMap(text -> nonces.end(Nonces.Use.DPOP, text));
        if (nonce.isEmpty()) throw noNonce();
        if (!proof.isFresh(now, OLDEST)) throw refused("iat is too far from now");

        var thumbprint = key.thumbprint();
        if (!once.isFirst(
                Once.Kind.DPOP_PROOF, thumbprint, id.get(), now.plus(OLDEST).plus(SignedToken.SKEW))) {
            throw refused("jti was used before");
        }
        return thumbprint;
    }

    /// Query and fragment do not count; scheme and host in any letters do (RFC 9449 4.3).
    private boolean isHere(String htu, String path) {
        try {
            var said = new URI(htu);
            var here = new URI(base.link(path));
            return lower(said.getScheme()).equals(lower(here.getScheme()))
                    && lower(said.getHost()).equals(lower(here.getHost()))
                    && port(said) == port(here)
                    && path.equals(said.getPath());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) return uri.getPort();
        return "https".equals(lower(uri.getScheme())) ? 443 : 80;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static String hash(String token) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    private static WalletFault refused(String why) {
        return new WalletFault(INVALID_DPOP_PROOF, why);
    }
}
