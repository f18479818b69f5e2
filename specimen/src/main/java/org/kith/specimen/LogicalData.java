package org.kith.specimen;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.SortedSet;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// The files of a chip, as ICAO 9303-10 lays them out.
public final class LogicalData {
    static final String PACE_ECDH_GM_AES_128 = "0.4.0.127.0.7.2.2.4.2.2";
    static final String CHIP_AUTHENTICATION_ECDH_AES_128 = "0.4.0.127.0.7.2.2.3.2.2";
    private static final String CHIP_AUTHENTICATION_KEY_ECDH = "0.4.0.127.0.7.2.2.1.2";
    private static final String ACTIVE_AUTHENTICATION = "2.23.136.1.1.5";
    private static final String ECDSA_PLAIN_SHA256 = "0.4.0.127.0.7.1.1.4.1.3";
    private static final int P256 = 12;

    private LogicalData() {}

    /// The machine readable zone, given with or without line ends.
    public static byte[] dg1(String lines) {
        return Octets.object(
                0x61, Octets.object(0x5F1F, lines.replaceAll("\\s", "").getBytes(US_ASCII)));
    }

    /// One face (ISO/IEC 19794-5:2005).
    public static byte[] dg2(byte[] image) {
        var record = ByteBuffer.allocate(14 + 20 + 12 + image.length)
                .put("FAC\0".getBytes(US_ASCII))
                .put("010\0".getBytes(US_ASCII))
                .putInt(14 + 20 + 12 + image.length)
                .putShort((short) 1)
                .putInt(20 + 12 + image.length)
                .put(new byte[16])
                .put(new byte[12])
                .put(image)
                .array();
        var header =
                Octets.object(0xA1, Octets.object(0x87, new byte[] {1, 1}), Octets.object(0x88, new byte[] {0, 8}));
        var template = Octets.object(0x7F60, header, Octets.object(0x5F2E, record));
        return Octets.object(0x75, Octets.object(0x7F61, Octets.object(0x02, new byte[] {1}), template));
    }

    /// With chip authentication, and active authentication on a curve.
    public static byte[] dg14(PublicKey chipKey) {
        var infos = set(
                sequence(oid(CHIP_AUTHENTICATION_KEY_ECDH), SubjectPublicKeyInfo.getInstance(chipKey.getEncoded())),
                sequence(oid(CHIP_AUTHENTICATION_ECDH_AES_128), new ASN1Integer(1)),
                sequence(oid(ACTIVE_AUTHENTICATION), new ASN1Integer(1), oid(ECDSA_PLAIN_SHA256)),
                paceInfo());
        return Octets.object(0x6E, infos);
    }

    public static byte[] dg15(PublicKey activeKey) {
        return Octets.object(0x6F, activeKey.getEncoded());
    }

    static byte[] cardAccess() {
        return set(paceInfo());
    }

    /// EF.COM, with the tags of the groups that are there.
    static byte[] common(SortedSet<Integer> groups) {
        var tags = new byte[groups.size()];
        var at = 0;
        for (var group : groups) tags[at++] = (byte) tag(group);
        return Octets.object(
                0x60,
                Octets.object(0x5F01, "0107".getBytes(US_ASCII)),
                Octets.object(0x5F36, "040000".getBytes(US_ASCII)),
                Octets.object(0x5C, tags));
    }

    private static int tag(int group) {
        return switch (group) {
            case 1 -> 0x61;
            case 2 -> 0x75;
            case 14 -> 0x6E;
            case 15 -> 0x6F;
            default -> throw new IllegalArgumentException("no group that a specimen has");
        };
    }

    private static DERSequence paceInfo() {
        return sequence(oid(PACE_ECDH_GM_AES_128), new ASN1Integer(2), new ASN1Integer(P256));
    }

    private static ASN1ObjectIdentifier oid(String dotted) {
        return new ASN1ObjectIdentifier(dotted);
    }

    private static DERSequence sequence(ASN1Encodable... parts) {
        var vector = new ASN1EncodableVector();
        vector.addAll(parts);
        return new DERSequence(vector);
    }

    private static byte[] set(ASN1Encodable... parts) {
        var vector = new ASN1EncodableVector();
        vector.addAll(parts);
        try {
            return new DERSet(vector).getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
