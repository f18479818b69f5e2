package org.kith.credential.mdoc;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.signing.Jwk;
import org.kith.credential.status.StatusReference;

/// An mdoc that is believed. It comes from [MdocVerifier] alone.
public final class VerifiedMdoc {
    private final String docType;
    private final Map<String, Map<String, Cbor>> elements;
    private final Jwk deviceKey;
    private final Validity validity;
    private final @Nullable StatusReference status;

    VerifiedMdoc(SecurityObject object, Map<String, Map<String, Cbor>> elements) {
        this.docType = object.docType();
        this.elements = elements;
        this.deviceKey = object.deviceKey();
        this.validity = object.validity();
        this.status = object.status();
    }

    public String docType() {
        return docType;
    }

    /// What was not withheld, by namespace and identifier.
    public Map<String, Map<String, Cbor>> elements() {
        return elements;
    }

    public Optional<Cbor> element(String namespace, String identifier) {
        return Optional.ofNullable(elements.get(namespace)).map(each -> each.get(identifier));
    }

    public Jwk deviceKey() {
        return deviceKey;
    }

    public Validity validity() {
        return validity;
    }

    /// Where it is to be looked up whether it was revoked; empty for one that cannot be.
    public Optional<StatusReference> status() {
        return Optional.ofNullable(status);
    }
}
