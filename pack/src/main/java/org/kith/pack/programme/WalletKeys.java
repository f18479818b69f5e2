package org.kith.pack.programme;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.source.Block;
import org.kith.pack.source.Place;
import org.kith.pack.source.Word;

/// Reads the public keys and root certificates of a file; none may stand in it twice, or nobody knew whose it is.
final class WalletKeys {
    private static final String COORDINATE = "[A-Za-z0-9_-]{43}";
    private static final String PEM = "-----BEGIN CERTIFICATE-----\\s[A-Za-z0-9+/=\\s]++-----END CERTIFICATE-----";
    private static final ECParameterSpec P256 = p256();

    /// Of the bits of `keyUsage`, the one that lets a key sign certificates (RFC 5280 §4.2.1.3).
    private static final int KEY_CERT_SIGN = 5;

    private final Set<PublicKey> seen = new HashSet<>();

    List<ECPublicKey> keys(Block wallet, String list) {
        var mark = wallet.faults().mark();
        var read = new ArrayList<ECPublicKey>();
        var blocks = wallet.blocks(list);
        for (var each : blocks)
            key(each).filter(key -> isFirst(key, wallet, each.place())).ifPresent(read::add);
        if (blocks.isEmpty()) notEmpty(wallet, list, mark);
        return read;
    }

    List<X509Certificate> certificates(Block wallet, String list) {
        var mark = wallet.faults().mark();
        var read = new ArrayList<X509Certificate>();
        var words = wallet.words(list);
        for (var each : words) {
            certificate(each, wallet)
                    .filter(root -> isFirst(root.getPublicKey(), wallet, each.place()))
                    .ifPresent(read::add);
        }
        if (words.isEmpty()) notEmpty(wallet, list, mark);
        return read;
    }

    private static void notEmpty(Block wallet, String list, int mark) {
        if (!wallet.has(list) || !wallet.faults().cleanSince(mark)) return;
        wallet.faults().add(wallet.place(list), "`" + list + "` lists nothing", "list one, or remove the line");
    }

    private boolean isFirst(PublicKey key, Block wallet, Place place) {
        if (seen.add(key)) return true;
        wallet.faults().add(place, "this key stands twice", "let one provider or client alone have it, once");
        return false;
    }

    private static Optional<ECPublicKey> key(Block jwk) {
        if (jwk.has("d")) {
            privateKey(jwk, jwk.place("d"));
            return Optional.empty();
        }
        var mark = jwk.faults().mark();
        jwk.only("kty", "crv", "x", "y", "kid", "use", "alg");
        jwk.formed("kty", "EC", "only `EC` is read");
        jwk.formed("crv", "P-256", "only `P-256` is read");
        if (jwk.has("use")) jwk.formed("use", "sig", "name a key that signs: `sig`");
        if (jwk.has("alg")) jwk.formed("alg", "ES256", "only `ES256` is read");
        jwk.optionalText("kid");
        var x = jwk.formed("x", COORDINATE, "write 43 letters of base64url");
        var y = jwk.formed("y", COORDINATE, "write 43 letters of base64url");
        if (!jwk.faults().cleanSince(mark)) return Optional.empty();

        var point = new ECPoint(number(x), number(y));
        if (isOnP256(point)) return Optional.of(key(point));
        jwk.faults().add(jwk.place("x"), "`x` and `y` are no point on P-256", "copy the key again");
        return Optional.empty();
    }

    private static void privateKey(Block block, Place place) {
        block.faults().add(place, "a private key", "take it out, and make a new one");
    }

    private static BigInteger number(String coordinate) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(coordinate));
    }

    /// y² = x³ + ax + b, and both below p: what Java takes for a key need not be on the curve.
    private static boolean isOnP256(ECPoint point) {
        var curve = P256.getCurve();
        var p = ((ECFieldFp) curve.getField()).getP();
        var x = point.getAffineX();
        var y = point.getAffineY();
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0) return false;
        var right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
        return y.pow(2).subtract(right).mod(p).signum() == 0;
    }

    private static ECPublicKey key(ECPoint point) {
        try {
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, P256));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    private static ECParameterSpec p256() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    private static Optional<X509Certificate> certificate(Word pem, Block wallet) {
        if (pem.text().contains("PRIVATE KEY")) {
            privateKey(wallet, pem.place());
            return Optional.empty();
        }
        var read = x509(pem.text());
        if (read.isEmpty()) {
            wallet.faults().add(pem.place(), "no certificate in PEM", "write one below `- |`, from BEGIN to END");
            return Optional.empty();
        }
        if (read.filter(WalletKeys::isAuthority).isPresent()) return read;
        wallet.faults().add(pem.place(), "the certificate is no authority's", "name the root that its chain leads to");
        return Optional.empty();
    }

    private static Optional<X509Certificate> x509(String pem) {
        if (!pem.matches(PEM)) return Optional.empty();
        try {
            var found = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
            return found instanceof X509Certificate certificate ? Optional.of(certificate) : Optional.empty();
        } catch (CertificateException _) {
            return Optional.empty();
        }
    }

    private static boolean isAuthority(X509Certificate certificate) {
        var usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && (usage == null || usage[KEY_CERT_SIGN]);
    }
}
