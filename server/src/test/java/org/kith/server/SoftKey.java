package org.kith.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

/// An authenticator in software, which lies where a browser would not let it: about its user, its site, its count.
public final class SoftKey {
    public static final int PRESENT = 0x01;
    public static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final byte[] id = ByteBuffer.allocate(16)
            .putLong(UUID.randomUUID().getMostSignificantBits())
            .putLong(UUID.randomUUID().getMostSignificantBits())
            .array();
    private final KeyPair pair = newPair();
    private final String party;
    private String origin;
    private int flags = PRESENT | VERIFIED;
    private int count;

    public SoftKey(String party, String origin) {
        this.party = party;
        this.origin = origin;
    }

    /// The credential's id.
    public byte[] id() {
        return id.clone();
    }

    /// The public half, a COSE_Key.
    public byte[] publicKey() {
        return cose((ECPublicKey) pair.getPublic());
    }

    public SoftKey saying(int flags) {
        this.flags = flags;
        return this;
    }

    public SoftKey counting(int count) {
        this.count = count;
        return this;
    }

    public SoftKey at(String otherOrigin) {
        this.origin = otherOrigin;
        return this;
    }

    public String make(PublicKeyCredentialCreationOptions options) throws GeneralSecurityException {
        return make(options.getChallenge().toBase64UrlString());
    }

    /// Answers a challenge to make a passkey, as it stands in a page.
    public String make(String challenge) throws GeneralSecurityException {
        var authenticator = new ByteArrayOutputStream();
        authenticator.writeBytes(header(flags | ATTESTED));
        authenticator.writeBytes(new byte[16]);
        authenticator.writeBytes(new byte[] {0, (byte) id.length});
        authenticator.writeBytes(id);
        authenticator.writeBytes(cose((ECPublicKey) pair.getPublic()));
        var data = authenticator.toByteArray();
        var attestation = new ByteArrayOutputStream();
        attestation.writeBytes(new byte[] {(byte) 0xA3});
        attestation.writeBytes(text("fmt"));
        attestation.writeBytes(text("none"));
        attestation.writeBytes(text("attStmt"));
        attestation.write(0xA0);
        attestation.writeBytes(text("authData"));
        attestation.writeBytes(new byte[] {0x58, (byte) data.length});
        attestation.writeBytes(data);
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                 "response":{"attestationObject":"%2$s","clientDataJSON":"%3$s","transports":["internal"]}}""".formatted(
                        base64(id), base64(attestation.toByteArray()), base64(client("webauthn.create", challenge)));
    }

    public String show(PublicKeyCredentialRequestOptions options) throws GeneralSecurityException {
        return show(options.getChallenge().toBase64UrlString());
    }

    /// Answers a challenge to show a passkey, as it stands in a page.
    public String show(String challenge) throws GeneralSecurityException {
        var authenticator = header(flags);
        var client = client("webauthn.get", challenge);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(authenticator);
        signature.update(sha256(client));
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                 "response":{"authenticatorData":"%2$s","clientDataJSON":"%3$s","signature":"%4$s"}}""".formatted(base64(id), base64(authenticator), base64(client), base64(signature.sign()));
    }

    private byte[] header(int said) throws GeneralSecurityException {
        return ByteBuffer.allocate(37)
                .put(sha256(party.getBytes(UTF_8)))
                .put((byte) said)
                .putInt(count)
                .array();
    }

    private byte[] client(String type, String challenge) {
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""".formatted(type, challenge, origin).getBytes(UTF_8);
    }

    /// COSE_Key of a point on P-256: kty EC2, alg ES256, crv 1, x, y (RFC 9053 §7.1.1).
    private static byte[] cose(ECPublicKey key) {
        return ByteBuffer.allocate(77)
                .put(new byte[] {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20})
                .put(coordinate(key.getW().getAffineX()))
                .put(new byte[] {0x22, 0x58, 0x20})
                .put(coordinate(key.getW().getAffineY()))
                .array();
    }

    private static byte[] coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[32];
        var length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static byte[] text(String text) {
        return ByteBuffer.allocate(1 + text.length())
                .put((byte) (0x60 | text.length()))
                .put(text.getBytes(UTF_8))
                .array();
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair newPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
