package org.kith.credential.emrtd;

import java.security.MessageDigest;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.kith.credential.encoding.Malformed;

/// EF.SOD as it was presented: the digests that a state signed for each data group (ICAO 9303-10 §4.6.2). Whether it
/// did, [PassiveAuthentication] finds out.
final class SecurityObject {
    private static final int FILE_TAG = 0x77;
    private static final int LONGEST = 32 * 1024;

    /// SHA-1 is not among them: ICAO 9303-12 §4.4 no longer is, nor is any passport valid that was signed with it.
    private static final Map<ASN1ObjectIdentifier, String> DIGESTS = Map.of(
            NISTObjectIdentifiers.id_sha224, "SHA-224",
            NISTObjectIdentifiers.id_sha256, "SHA-256",
            NISTObjectIdentifiers.id_sha384, "SHA-384",
            NISTObjectIdentifiers.id_sha512, "SHA-512");

    private final SignedContent signed;
    private final String digest;
    private final SortedMap<Integer, byte[]> hashes;

    private SecurityObject(SignedContent signed, String digest, SortedMap<Integer, byte[]> hashes) {
        this.signed = signed;
        this.digest = digest;
        this.hashes = Collections.unmodifiableSortedMap(hashes);
    }

    static SecurityObject read(byte[] file) throws Malformed {
        if (file.length > LONGEST) throw new Malformed("too long");
        var signed =
                SignedContent.read(Tlv.only(file, FILE_TAG), ICAOObjectIdentifiers.id_icao_ldsSecurityObject, LONGEST);
        var content = Asn1.object(signed.content(), LONGEST);
        var object = Asn1.read("an LDS security object", () -> LDSSecurityObject.getInstance(content));
        var digest = DIGESTS.get(object.getDigestAlgorithmIdentifier().getAlgorithm());
        if (digest == null) throw new Malformed("with a digest that is not used any more");

        var hashes = new TreeMap<Integer, byte[]>();
        for (var each : object.getDatagroupHash()) {
            var number = each.getDataGroupNumber();
            if (number < 1 || number > 16) throw new Malformed("of a data group that does not exist");
            if (hashes.put(number, each.getDataGroupHashValue().getOctets()) != null)
                throw new Malformed("of a data group twice");
        }
        return new SecurityObject(signed, digest, hashes);
    }

    SignedContent signed() {
        return signed;
    }

    boolean lists(int group) {
        return hashes.containsKey(group);
    }

    /// The groups that are not as the digests say, or that they do not speak of.
    SortedSet<Integer> altered(ChipFiles files) {
        var altered = new TreeSet<Integer>();
        files.groups().forEach((number, content) -> {
            if (!MessageDigest.isEqual(digest(content), hashes.get(number))) altered.add(number);
        });
        return altered;
    }

    private byte[] digest(byte[] content) {
        return Digests.of(digest, content);
    }
}
