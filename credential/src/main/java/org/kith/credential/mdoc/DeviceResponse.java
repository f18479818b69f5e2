package org.kith.credential.mdoc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;

/// What a device answers (ISO/IEC 18013-5 §8.3.2.1.2.2): documents that are read and not yet believed.
public record DeviceResponse(List<PresentedMdoc> documents) {
    private static final Cbor VERSION = new Cbor.Text("1.0");
    private static final Cbor OK = new Cbor.Int(0);

    public DeviceResponse {
        documents = List.copyOf(documents);
    }

    /// Reads one.
    ///
    /// @throws MdocRefused for a document that no device vouches for
    public static DeviceResponse parse(byte[] bytes) throws Malformed, MdocRefused {
        if (!(Cbor.read(bytes) instanceof Cbor.Map map)
                || !map.get("version").equals(Optional.of(VERSION))
                || !map.get("status").equals(Optional.of(OK))
                || !(map.get("documents").orElse(new Cbor.Array(List.of())) instanceof Cbor.Array(var items)))
            throw new Malformed("a DeviceResponse that is not of version 1.0 and good");
        var documents = new ArrayList<PresentedMdoc>();
        for (var item : items) documents.add(PresentedMdoc.read(item));
        return new DeviceResponse(documents);
    }

    static byte[] write(Cbor document) {
        return Cbor.write(Cbor.map()
                .put("version", VERSION)
                .put("documents", Cbor.Array.of(document))
                .put("status", OK)
                .build());
    }
}
