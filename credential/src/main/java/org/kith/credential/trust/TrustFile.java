package org.kith.credential.trust;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.Jwk;
import org.kith.credential.status.StatusListRefused;
import org.kith.credential.status.StatusListRefused.Reason;
import org.kith.credential.status.StatusListToken;
import org.kith.credential.status.VerifiedStatusList;

/// What a verifier needs to know of one issuer, served at `<issuer>/.well-known/kith-trust.json`.
///
/// @param issuer the issuer's address, letter for letter as cards name it, without a slash at the end
/// @param name as people know the issuer
/// @param statusLists how the addresses of its status lists begin; a card that points elsewhere is not believed
/// @param aggregation where the addresses of all its lists are listed (Token Status List §9.3), or null
public record TrustFile(
        String issuer,
        String name,
        String statusLists,
        @Nullable String aggregation,
        List<TrustedKey> keys) {
    /// Where an issuer serves it, after the issuer's address.
    public static final String WELL_KNOWN = "/.well-known/kith-trust.json";

    public TrustFile {
        requireAddress(issuer, "issuer");
        requireAddress(statusLists, "status_lists");
        if (aggregation != null) requireAddress(aggregation, "aggregation");
        if (issuer.endsWith("/")) throw new IllegalArgumentException("The issuer ends without a slash.");
        if (!statusLists.endsWith("/")) throw new IllegalArgumentException("status_lists ends with a slash.");
        if (name.isBlank() || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("An issuer has a name, of plain text.");
        }
        if (keys.isEmpty()) throw new IllegalArgumentException("A trust file names at least one key.");
        keys = List.copyOf(keys);
    }

    /// Reads the JSON that [#write] writes; members it does not know are left alone.
    ///
    /// @throws Malformed naming the member at fault
    public static TrustFile read(byte[] json) throws Malformed {
        return TrustFileFormat.read(json);
    }

    /// JSON, media type `application/json`.
    public byte[] write() {
        return TrustFileFormat.write(this);
    }

    /// What a person compares before trusting the issuer, and what is pinned then: it changes with every key.
    public Fingerprint fingerprint() {
        return Fingerprint.of(this);
    }

    public List<TrustedKey> keys(KeyPurpose purpose) {
        return keys.stream().filter(key -> key.purpose() == purpose).toList();
    }

    /// Believes a status list token of this issuer, signed by one of its keys for lists within that key's time.
    ///
    /// @param uri the list's address
    public VerifiedStatusList verify(String token, String uri) throws StatusListRefused {
        var named = keys(KeyPurpose.STATUS);
        var byId = named.stream()
                .map(TrustedKey::key)
                .collect(Collectors.toMap(Jwk::thumbprint, Function.identity(), (first, _) -> first));
        var list = StatusListToken.verify(token, uri, byId);
        var inTime = named.stream()
                .anyMatch(key -> key.key().equals(list.signedBy())
                        && key.mayHaveSignedAt(list.terms().issuedAt()));
        if (!inTime) throw new StatusListRefused(Reason.UNKNOWN_KEY, "signed when its key was not to be used");
        return list;
    }

    /// Whether a status list of this issuer may lie at this address.
    public boolean mayPublish(String listUri) {
        return WebAddress.isAllowed(listUri) && listUri.startsWith(statusLists) && !listUri.contains("/..");
    }

    private static void requireAddress(String address, String member) {
        if (!WebAddress.isAllowed(address)) {
            throw new IllegalArgumentException(member + " is not an https address (http only on localhost).");
        }
    }
}
