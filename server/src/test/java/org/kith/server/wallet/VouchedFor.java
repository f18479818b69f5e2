package org.kith.server.wallet;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makers of wallets whom a pack trusts, with what they sign: one by its key, one by a root, and a wallet with a key of
/// its own.
final class VouchedFor {
    static final String CLIENT = "beacon-app";
    static final String OF_THE_ROOT = "anchor-app";
    static final String WEB = "harbour-web";
    static final String REDIRECT = "https://beacon.example/back?from=kith";
    static final String APP_REDIRECT = "beacon.example.app:/back";

    static final ECKey PROVIDER = TestWallet.key();
    static final ECKey WEB_KEY = TestWallet.key();
    static final ECKey ROOT = TestWallet.key();
    static final ECKey LEAF = TestWallet.key();
    static final X509Certificate ROOT_CERTIFICATE = certificate("CN=Anchor root", ROOT, "CN=Anchor root", ROOT, true);
    static final X509Certificate LEAF_CERTIFICATE = certificate("CN=Anchor root", ROOT, "CN=Anchor", LEAF, false);

    private VouchedFor() {}

    /// A copy of a pack that trusts them.
    static Path pack(Path original) {
        try {
            var copy = Files.createTempDirectory("pack");
            try (var files = Files.walk(original)) {
                for (var file : files.toList()) {
                    var to = copy.resolve(original.relativize(file).toString());
                    if (Files.isDirectory(file)) Files.createDirectories(to);
                    else Files.copy(file, to);
                }
            }
            Files.writeString(copy.resolve("wallets.yaml"), """
                without-attestation: pre-authorized
                providers:
                  - id: beacon
                    name: Beacon
                    keys:
                      - { kty: EC, crv: P-256, x: %s, y: %s }
                    clients: [%s]
                    redirects: ["%s", "%s"]
                  - id: anchor
                    name: Anchor
                    certificates:
                      - |
                        -----BEGIN CERTIFICATE-----
                        %s
                        -----END CERTIFICATE-----
                    clients: [%s]
                    redirects: ["https://anchor.example/back"]
                clients:
                  - id: %s
                    name: Harbour
                    keys:
                      - { kty: EC, crv: P-256, x: %s, y: %s }
                    redirects: ["https://harbour.example/back"]
                """.formatted(
                            PROVIDER.getX(),
                            PROVIDER.getY(),
                            CLIENT,
                            REDIRECT,
                            APP_REDIRECT,
                            Base64.encode(ROOT_CERTIFICATE.getEncoded()),
                            OF_THE_ROOT,
                            WEB,
                            WEB_KEY.getX(),
                            WEB_KEY.getY()));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the maker says of one installation, changed by `fault` before it is signed.
    static String attestation(ECKey instance, Instant now, Consumer<JWTClaimsSet.Builder> fault) {
        var claims = new JWTClaimsSet.Builder()
                .issuer("https://beacon.example")
                .subject(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofDays(1))))
                .claim("cnf", Map.of("jwk", instance.toPublicJWK().toJSONObject()));
        fault.accept(claims);
        return TestWallet.signed(
                PROVIDER, TestWallet.header("oauth-client-attestation+jwt").build(), claims.build());
    }

    /// That the installation holds its key.
    static String possession(ECKey instance, String base, Instant now, Consumer<JWTClaimsSet.Builder> fault) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(CLIENT)
                .audience(base + Paths.ISSUER)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now));
        fault.accept(claims);
        return TestWallet.signed(
                instance, TestWallet.header("oauth-client-attestation-pop+jwt").build(), claims.build());
    }

    /// The headers of one request.
    static Map<String, String> headers(ECKey instance, TestWallet wallet) {
        return Map.of(
                "OAuth-Client-Attestation",
                attestation(instance, wallet.now(), _ -> {}),
                "OAuth-Client-Attestation-PoP",
                possession(instance, wallet.base(), wallet.now(), _ -> {}));
    }

    /// What a wallet with a key of its own sends in the body (RFC 7523).
    static Map<String, String> assertion(TestWallet wallet, Consumer<JWTClaimsSet.Builder> fault) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(WEB)
                .subject(WEB)
                .audience(wallet.base() + Paths.ISSUER)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(wallet.now().plusSeconds(60)));
        fault.accept(claims);
        var form = new LinkedHashMap<String, String>();
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put(
                "client_assertion",
                TestWallet.signed(WEB_KEY, TestWallet.header("JWT").build(), claims.build()));
        return form;
    }

    /// That keys are held safely.
    static String keyAttestation(List<ECKey> keys, String nonce, Instant now, Consumer<JWTClaimsSet.Builder> fault) {
        var claims = new JWTClaimsSet.Builder()
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
                .claim(
                        "attested_keys",
                        keys.stream()
                                .map(key -> key.toPublicJWK().toJSONObject())
                                .toList());
        if (nonce != null) claims.claim("nonce", nonce);
        fault.accept(claims);
        return TestWallet.signed(
                PROVIDER, TestWallet.header("key-attestation+jwt").build(), claims.build());
    }

    private static X509Certificate certificate(String issuer, ECKey signer, String name, ECKey key, boolean root) {
        try {
            var from = Instant.now().minus(Duration.ofDays(1));
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    new BigInteger(64, new java.security.SecureRandom()),
                    Date.from(from),
                    Date.from(from.plus(Duration.ofDays(3_650))),
                    new X500Name(name),
                    key.toECPublicKey());
            if (root) builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            var content = new JcaContentSignerBuilder("SHA256withECDSA").build(signer.toECPrivateKey());
            return new JcaX509CertificateConverter().getCertificate(builder.build(content));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
