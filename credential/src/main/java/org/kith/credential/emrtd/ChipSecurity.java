package org.kith.credential.emrtd;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.kith.credential.encoding.Malformed;

/// What DG14 says of the chip's own protocols (ICAO 9303-11 §9.2).
final class ChipSecurity {
    private static final int TAG = 0x6E;
    private static final int LONGEST = 32 * 1024;
    private static final String ACTIVE_AUTHENTICATION = "2.23.136.1.1.5";
    private static final String CHIP_AUTHENTICATION_KEY = "0.4.0.127.0.7.2.2.1.";

    /// TR-03111 §5.2.1.1, as 9303-11 §6.1.2.3 allows them.
    private static final Map<String, String> DIGESTS = Map.of(
            "0.4.0.127.0.7.1.1.4.1.2", "SHA-224",
            "0.4.0.127.0.7.1.1.4.1.3", "SHA-256",
            "0.4.0.127.0.7.1.1.4.1.4", "SHA-384",
            "0.4.0.127.0.7.1.1.4.1.5", "SHA-512");

    private ChipSecurity() {}

    /// The digest that the chip signs with, where it signs on a curve.
    static Optional<String> digestOfActiveAuthentication(byte[] dg14) {
        return infos(dg14).stream()
                .filter(info -> oid(info, 0).equals(ACTIVE_AUTHENTICATION) && info.size() >= 3)
                .map(info -> oid(info, 2))
                .flatMap(oid -> Optional.ofNullable(DIGESTS.get(oid)).stream())
                .findFirst();
    }

    static boolean offersChipAuthentication(byte[] dg14) {
        return infos(dg14).stream().anyMatch(info -> oid(info, 0).startsWith(CHIP_AUTHENTICATION_KEY));
    }

    private static List<ASN1Sequence> infos(byte[] dg14) {
        try {
            var object = Asn1.object(Tlv.only(dg14, TAG), LONGEST);
            return Asn1.read("a set of security infos", () -> {
                var set = ASN1Set.getInstance(object);
                return java.util.Arrays.stream(set.toArray())
                        .map(ASN1Sequence::getInstance)
                        .toList();
            });
        } catch (Malformed _) {
            return List.of();
        }
    }

    private static String oid(ASN1Sequence info, int at) {
        return info.size() > at && info.getObjectAt(at) instanceof ASN1ObjectIdentifier oid ? oid.getId() : "";
    }
}
