package org.kith.credential.mdoc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.Jwk;
import org.kith.credential.status.StatusReference;

/// What an issuer signs of an mdoc (MobileSecurityObject, ISO 18013-5 §9.1.2.4): digests, never the elements
/// themselves.
///
/// @param digests by namespace and number
record SecurityObject(
        String docType,
        Map<String, Cbor.Map> digests,
        Jwk deviceKey,
        Validity validity,
        @Nullable StatusReference status) {
    static final String ALGORITHM = "SHA-256";
    private static final Optional<Cbor> VERSION = Optional.of(new Cbor.Text("1.0"));

    static SecurityObject read(Cbor.Map map) throws Malformed, MdocRefused {
        if (!map.get("version").equals(VERSION)) throw new Malformed("a security object that is not of version 1.0");
        if (!map.get("digestAlgorithm").equals(Optional.of(new Cbor.Text(ALGORITHM))))
            throw new MdocRefused(MdocRefused.Reason.WRONG_HASH_ALGORITHM, "digestAlgorithm is not " + ALGORITHM);
        if (!(map.get("docType").orElse(null) instanceof Cbor.Text(var docType))
                || !(map.get("valueDigests").orElse(null) instanceof Cbor.Map namespaces)
                || !(map.get("deviceKeyInfo").orElse(null) instanceof Cbor.Map keyInfo)
                || keyInfo.get("deviceKey").isEmpty()
                || map.get("validityInfo").isEmpty()) throw new Malformed("a security object with parts missing");

        return new SecurityObject(
                docType,
                digests(namespaces),
                CoseKey.read(keyInfo.get("deviceKey").get()),
                Validity.read(map.get("validityInfo").get()),
                status(map.get("status")));
    }

    Cbor write() {
        var namespaces = Cbor.map();
        digests.forEach(namespaces::put);
        var map = Cbor.map()
                .put("version", VERSION.get())
                .put("digestAlgorithm", new Cbor.Text(ALGORITHM))
                .put("docType", new Cbor.Text(docType))
                .put("valueDigests", namespaces.build())
                .put(
                        "deviceKeyInfo",
                        Cbor.map().put("deviceKey", CoseKey.write(deviceKey)).build())
                .put("validityInfo", validity.write());
        if (status != null) map.put("status", write(status));
        return map.build();
    }

    private static Map<String, Cbor.Map> digests(Cbor.Map namespaces) throws Malformed {
        var digests = new HashMap<String, Cbor.Map>();
        for (var entry : namespaces.entries().entrySet()) {
            if (!(entry.getKey() instanceof Cbor.Text(var namespace)) || !(entry.getValue() instanceof Cbor.Map each))
                throw new Malformed("valueDigests that are not maps by namespace");
            requireNumbered(each);
            digests.put(namespace, each);
        }
        return digests;
    }

    private static void requireNumbered(Cbor.Map each) throws Malformed {
        for (var entry : each.entries().entrySet()) {
            if (!(entry.getKey() instanceof Cbor.Int) || !(entry.getValue() instanceof Cbor.Bytes))
                throw new Malformed("a digest that is not bytes under a number");
        }
    }

    /// A status this cannot read is refused: the mdoc may have been revoked for all we know.
    private static @Nullable StatusReference status(Optional<Cbor> status) throws Malformed {
        if (status.isEmpty()) return null;
        if (status.get() instanceof Cbor.Map ways
                && ways.get("status_list").orElse(null) instanceof Cbor.Map list
                && list.get("idx").orElse(null) instanceof Cbor.Int(var index)
                && index >= 0
                && index <= Integer.MAX_VALUE
                && list.get("uri").orElse(null) instanceof Cbor.Text(var uri)
                && !uri.isBlank()) return new StatusReference(uri, (int) index);
        throw new Malformed("a status that is not a status_list with idx and uri");
    }

    private static Cbor write(StatusReference status) {
        var list = Cbor.map().put("idx", new Cbor.Int(status.index())).put("uri", new Cbor.Text(status.uri()));
        return Cbor.map().put("status_list", list.build()).build();
    }
}
