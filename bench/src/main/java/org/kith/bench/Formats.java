package org.kith.bench;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.mdoc.DeviceResponse;
import org.kith.credential.mdoc.DeviceSession;
import org.kith.credential.mdoc.HeldMdoc;
import org.kith.credential.mdoc.IssuerSigned;
import org.kith.credential.mdoc.MdocContent;
import org.kith.credential.mdoc.MdocIssuer;
import org.kith.credential.mdoc.MdocVerifier;
import org.kith.credential.mdoc.SessionTranscript;
import org.kith.credential.mdoc.Validity;
import org.kith.credential.qr.CardQr;
import org.kith.credential.qr.PresentedCardQr;
import org.kith.credential.sdjwt.ClaimPath;
import org.kith.credential.sdjwt.HeldSdJwt;
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
    private static final String DOC_TYPE = "org.example.card";
    private static final String NAMESPACE = "org.example.card.1";
    private static final String NONCE = "n-0S6_WzA2Mj-n-0S6_WzA2Mj";
    private static final String AUDIENCE = "x509_hash:Uvo3HtuIxuhC92rShpgqcT3YXwrqRxWEviRiA0OZszk";

    private final Clock clock = Clock.systemUTC();
    private final Instant now = clock.instant();
    private final SomeSigner state;
    private final Jwk key;
    private final Signer signer;
    /// Of the wallet: another key, as it is in life.
    private final SomeSigner device;

    Formats() throws Exception {
        state = SomeSigner.make(now);
        key = state.key();
        signer = state.signer();
        device = SomeSigner.make(now);
    }

    void run(int rounds, Duration length) throws Exception {
        System.out.println("ES256 by " + CryptoProvider.chosen().getName());
        verifying(rounds, length);
        signing(rounds, length);
        statusList(rounds, length);
        sizes();
    }

    private void verifying(int rounds, Duration length) throws Exception {
        var message = new byte[300];
        var signature = signer.sign(message);
        var qr = card("Надежда Бренн-Варга").sign(signer);
        var keys = IssuerKeys.of(ISSUER, Map.of(key.thumbprint(), key));
        var verifier = SdJwtVerifier.ofCredentials(keys, clock);
        var certified = SdJwtVerifier.ofCredentials(IssuerKeys.certified(ISSUER, state.roots(), clock), clock);
        var named = new SdJwtIssuer(signer, new SecureRandom()).issue(content());
        var credential = sdJwts().issue(content());
        var held = HeldSdJwt.parse(credential);
        var shown = held.present(held.disclosable(), NONCE, AUDIENCE, now, device.signer());
        var binding = new KeyBinding.Expected(NONCE, AUDIENCE, Duration.ofHours(1));

        var mdoc = mdocs().issue(mdocContent());
        var transcript = SessionTranscript.ofOpenId4Vp(AUDIENCE, NONCE, new byte[32], ISSUER + "/answer");
        var all = Map.of(NAMESPACE, Set.copyOf(elements().keySet()));
        var response = new HeldMdoc(DOC_TYPE, mdoc, device.signer()).present(all, transcript);
        var mdocs = new MdocVerifier(state.roots(), clock);
        var session = DeviceSession.signed(transcript);

        Rounds.ofProcessorTime(rounds, length)
                .with("bare ES256 verification", () -> Es256.verify(key.publicKey(), message, signature))
                .with("card QR", () -> PresentedCardQr.parse(qr.text()).verify(key))
                .with(
                        "SD-JWT VC, 15 claims, key by kid",
                        () -> verifier.verify(PresentedSdJwt.parse(named), new KeyBinding.None()))
                .with(
                        "SD-JWT VC, 15 claims, key by x5c",
                        () -> certified.verify(PresentedSdJwt.parse(credential), new KeyBinding.None()))
                .with(
                        "the same with key binding, two signatures",
                        2,
                        () -> certified.verify(PresentedSdJwt.parse(shown), binding))
                .with("mdoc IssuerSigned, 15 elements", () -> mdocs.verify(IssuerSigned.parse(mdoc), DOC_TYPE))
                .with(
                        "mdoc DeviceResponse, two signatures",
                        2,
                        () -> mdocs.verify(
                                DeviceResponse.parse(response).documents().getFirst(), DOC_TYPE, session))
                .report("Verifications a second of processor time");
    }

    private void signing(int rounds, Duration length) throws Exception {
        var message = new byte[300];
        var named = new SdJwtIssuer(signer, new SecureRandom());
        var sdJwts = sdJwts();
        var mdocs = mdocs();
        Rounds.ofProcessorTime(rounds, length)
                .with("bare ES256 signature", () -> signer.sign(message))
                .with("card QR", () -> card("Надежда Бренн-Варга").sign(signer))
                .with("SD-JWT VC, 15 claims, key by kid", () -> named.issue(content()))
                .with("SD-JWT VC, 15 claims, key by x5c", () -> sdJwts.issue(content()))
                .with("mdoc, 15 elements", () -> mdocs.issue(mdocContent()))
                .report("Signatures a second of processor time");
    }

    private SdJwtIssuer sdJwts() {
        return new SdJwtIssuer(signer, state.certificate(), new SecureRandom());
    }

    private MdocIssuer mdocs() {
        return new MdocIssuer(signer, state.certificate(), new SecureRandom());
    }

    private MdocContent mdocContent() {
        return new MdocContent(
                DOC_TYPE,
                Map.of(NAMESPACE, elements()),
                device.key(),
                new Validity(now, now, now.plus(Duration.ofDays(90))),
                new StatusReference(LIST, 123_456));
    }

    private static Map<String, Cbor> elements() {
        var elements = new LinkedHashMap<String, Cbor>();
        for (var i = 0; i < 15; i++) elements.put("element_" + i, new Cbor.Text("value of element " + i));
        return elements;
    }

    private void statusList(int rounds, Duration length) throws Exception {
        var list = StatusList.ofSize(2, 1 << 20);
        var random = new java.util.Random(1);
        for (var i = 0; i < (1 << 20) / 100; i++) list.set(random.nextInt(1 << 20), Status.INVALID);
        var terms = new StatusListTerms(LIST, now, now.plus(Duration.ofDays(2)), Duration.ofMinutes(15));
        var token = StatusListToken.sign(terms, list, signer);
        var keys = Map.of(key.thumbprint(), key);
        Rounds.ofProcessorTime(rounds, length)
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
                device.key(),
                new StatusReference(LIST, 123_456),
                claims,
                claims.keySet().stream().map(ClaimPath::of).collect(Collectors.<ClaimPath>toSet()),
                0);
    }
}
