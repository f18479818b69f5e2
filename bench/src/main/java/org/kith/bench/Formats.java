package org.kith.bench;

import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.kith.credential.qr.CardQr;
import org.kith.credential.qr.PresentedCardQr;
import org.kith.credential.sdjwt.ClaimPath;
import org.kith.credential.sdjwt.IssuerKeys;
import org.kith.credential.sdjwt.KeyBinding;
import org.kith.credential.sdjwt.PresentedSdJwt;
import org.kith.credential.sdjwt.SdJwtContent;
import org.kith.credential.sdjwt.SdJwtIssuer;
import org.kith.credential.sdjwt.SdJwtVerifier;
import org.kith.credential.signing.CryptoProvider;
import org.kith.credential.signing.Es256;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.Signer;
import org.kith.credential.status.Status;
import org.kith.credential.status.StatusList;
import org.kith.credential.status.StatusListTerms;
import org.kith.credential.status.StatusListToken;
import org.kith.credential.status.StatusReference;

/// Signing and verifying each format, beside the bare signature of the same provider.
final class Formats {
    private static final String ISSUER = "https://card.example";
    private static final String LIST = ISSUER + "/status/1";

    private final Clock clock = Clock.systemUTC();
    private final Jwk key;
    private final Signer signer;
    private final ECPublicKey publicKey;
    private final Instant now = clock.instant();

    Formats() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        publicKey = (ECPublicKey) pair.getPublic();
        signer = Es256.signer((ECPrivateKey) pair.getPrivate(), publicKey);
        key = Jwk.of(publicKey);
    }

    void run(int rounds, Duration length) throws Exception {
        System.out.println("ES256 by " + CryptoProvider.chosen().getName());
        var message = new byte[300];
        var signature = signer.sign(message);
        var qr = card("Надежда Бренн-Варга").sign(signer);
        var credential = new SdJwtIssuer(signer, new SecureRandom()).issue(content());
        var keys = IssuerKeys.of(ISSUER, Map.of(key.thumbprint(), key));
        var verifier = SdJwtVerifier.ofCredentials(keys, clock);

        new Rounds(rounds, length)
                .with("bare ES256 verification", () -> Es256.verify(publicKey, message, signature))
                .with("card QR", () -> PresentedCardQr.parse(qr.text()).verify(key))
                .with(
                        "SD-JWT VC, 15 claims",
                        () -> verifier.verify(PresentedSdJwt.parse(credential), new KeyBinding.None()))
                .report("Verifications a core");

        var issuer = new SdJwtIssuer(signer, new SecureRandom());
        new Rounds(rounds, length)
                .with("bare ES256 signature", () -> signer.sign(message))
                .with("card QR", () -> card("Надежда Бренн-Варга").sign(signer))
                .with("SD-JWT VC, 15 claims", () -> issuer.issue(content()))
                .report("Signatures a core");
        statusList(rounds, length);
        sizes();
    }

    private void statusList(int rounds, Duration length) throws Exception {
        var list = StatusList.ofSize(2, 1 << 20);
        var random = new java.util.Random(1);
        for (var i = 0; i < (1 << 20) / 100; i++) list.set(random.nextInt(1 << 20), Status.INVALID);
        var terms = new StatusListTerms(LIST, now, now.plus(Duration.ofDays(2)), Duration.ofMinutes(15));
        var token = StatusListToken.sign(terms, list, signer);
        var keys = Map.of(key.thumbprint(), key);
        new Rounds(rounds, length)
                .with(
                        "build, deflate and sign 2^20 positions, 1 % revoked",
                        () -> StatusListToken.sign(terms, list, signer))
                .with(
                        "verify, inflate, look one up",
                        () -> StatusListToken.verify(token, LIST, keys).status(7))
                .report("Status list tokens (" + token.length() + " characters)");
    }

    private void sizes() {
        System.out.printf("%n### QR sizes%n%n| name | CWT bytes | QR characters |%n|---|---|---|%n");
        for (var name : new String[] {"Sukarnowati", "Надежда Бренн-Варга", "ليلى نور ميران", "Ы".repeat(80)}) {
            var card = card(name).fitting();
            System.out.printf(
                    "| %s | %d | %d |%n",
                    name.length() > 40 ? "80 Cyrillic letters, cut to fit" : name,
                    card.size(),
                    card.sign(signer).text().length());
        }
    }

    private CardQr card(String ownScript) {
        return new CardQr(
                ISSUER,
                "NADEZHDA BRENN VARGA",
                ownScript,
                1987,
                now,
                now.plus(Duration.ofDays(1826)),
                new StatusReference(LIST, 123_456));
    }

    private SdJwtContent content() {
        var claims = new LinkedHashMap<String, Object>();
        for (var i = 0; i < 15; i++) claims.put("claim_" + i, "value of claim " + i);
        return new SdJwtContent(
                ISSUER,
                ISSUER + "/vct/card",
                now,
                null,
                now.plus(Duration.ofDays(365)),
                key,
                new StatusReference(LIST, 123_456),
                claims,
                claims.keySet().stream().map(ClaimPath::of).collect(Collectors.<ClaimPath>toSet()),
                0);
    }
}
