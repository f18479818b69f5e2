package org.kith.credential.mdoc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.CoseSign1;

/// What an issuer signed, as it was handed over or presented: read, **not verified**.
public final class IssuerSigned {
    private final Map<String, List<SignedElement>> elements;
    private final Cbor issuerAuth;
    private final CoseSign1 signature;

    private IssuerSigned(Map<String, List<SignedElement>> elements, Cbor issuerAuth) throws Malformed {
        this.elements = elements;
        this.issuerAuth = issuerAuth;
        this.signature = CoseSign1.untagged(issuerAuth);
    }

    public static IssuerSigned parse(byte[] bytes) throws Malformed {
        return read(Cbor.read(bytes));
    }

    static IssuerSigned read(Cbor value) throws Malformed {
        if (!(value instanceof Cbor.Map map) || map.get("issuerAuth").isEmpty())
            throw new Malformed("an IssuerSigned without issuerAuth");
        var elements = new LinkedHashMap<String, List<SignedElement>>();
        // None at all where the holder withholds everything (§8.3.2.1.2.2).
        if (map.get("nameSpaces").orElse(Cbor.map().build()) instanceof Cbor.Map namespaces) {
            for (var entry : namespaces.entries().entrySet()) {
                if (!(entry.getKey() instanceof Cbor.Text(var name))
                        || !(entry.getValue() instanceof Cbor.Array(var items)))
                    throw new Malformed("nameSpaces that do not hold lists");
                elements.put(name, read(items));
            }
            return new IssuerSigned(elements, map.get("issuerAuth").get());
        }
        throw new Malformed("nameSpaces that are not a map");
    }

    private static List<SignedElement> read(List<Cbor> items) throws Malformed {
        var elements = new ArrayList<SignedElement>(items.size());
        for (var item : items) elements.add(SignedElement.read(item));
        return elements;
    }

    static Cbor write(Map<String, List<SignedElement>> elements, Cbor issuerAuth) {
        var namespaces = Cbor.map();
        elements.forEach((namespace, each) -> namespaces.put(
                namespace,
                new Cbor.Array(each.stream().map(one -> one.item().tagged()).toList())));
        return Cbor.map()
                .put("nameSpaces", namespaces.build())
                .put("issuerAuth", issuerAuth)
                .build();
    }

    Map<String, List<SignedElement>> elements() {
        return elements;
    }

    CoseSign1 signature() {
        return signature;
    }

    Cbor issuerAuth() {
        return issuerAuth;
    }
}
