package org.kith.server.wallet;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.mdoc.MdocContent;
import org.kith.credential.mdoc.MdocIssuer;
import org.kith.credential.mdoc.Validity;
import org.kith.credential.sdjwt.ClaimPath;
import org.kith.credential.sdjwt.SdJwtContent;
import org.kith.credential.sdjwt.SdJwtIssuer;
import org.kith.pack.programme.CredentialDefinition.Claim;
import org.kith.server.card.Portrait;
import org.kith.server.card.WalletCopy;
import org.kith.server.keys.CertifiedSigner;
import org.kith.server.keys.Purpose;
import org.kith.server.keys.Signing;
import org.kith.server.site.BaseUrl;
import org.springframework.stereotype.Component;

/// Writes and signs copies. Times are whole hours, so that two copies of one card have nothing in common by which two
/// who see them could tell (OpenID4VCI 13.2).
@Component
class Writing {
    /// RFC 8943.
    private static final long FULL_DATE = 1004;

    private static final int FALSE = 20;
    private static final int TRUE = 21;

    private final Signing signing;
    private final BaseUrl base;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Writing(Signing signing, BaseUrl base, Clock clock) {
        this.signing = signing;
        this.base = base;
        this.clock = clock;
    }

    /// As wallets are sent them.
    List<String> write(Configuration configuration, Map<String, Object> claims, List<WalletCopy> copies) {
        var signer = signing.certified(Purpose.CARD);
        return switch (configuration.format()) {
            case SD_JWT -> sdJwts(configuration, claims, copies, signer);
            case MDOC -> mdocs(configuration, claims, copies, signer);
        };
    }

    private List<String> sdJwts(
            Configuration configuration, Map<String, Object> claims, List<WalletCopy> copies, CertifiedSigner signer) {
        var issuer = new SdJwtIssuer(signer.signer(), signer.certificate(), random);
        var definition = configuration.definition();
        var disclosable = definition.claims().stream()
                .filter(claim -> !claim.always() && claims.containsKey(claim.name()))
                .map(claim -> ClaimPath.of(claim.name()))
                .collect(Collectors.toSet());
        Map<String, Object> written = new LinkedHashMap<>();
        claims.forEach((name, value) -> written.put(name, json(value)));
        var issued = issued(signer);
        return copies.stream()
                .map(copy -> issuer.issue(new SdJwtContent(
                        base.link(""),
                        definition.vct(),
                        issued,
                        null,
                        end(copy),
                        copy.key(),
                        copy.status(),
                        written,
                        disclosable,
                        0)))
                .toList();
    }

    private List<String> mdocs(
            Configuration configuration, Map<String, Object> claims, List<WalletCopy> copies, CertifiedSigner signer) {
        var issuer = new MdocIssuer(signer.signer(), signer.certificate(), random);
        var docType = configuration.docType();
        var elements = new LinkedHashMap<String, Cbor>();
        configuration.definition().claims().stream()
                .map(Claim::name)
                .filter(claims::containsKey)
                .forEach(name -> elements.put(name, cbor(Objects.requireNonNull(claims.get(name)))));
        var issued = issued(signer);
        return copies.stream()
                .map(copy -> issuer.issue(new MdocContent(
                        docType,
                        Map.of(docType, elements),
                        copy.key(),
                        new Validity(issued, issued, end(copy)),
                        copy.status())))
                .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
                .toList();
    }

    /// The hour that has begun; never before the signer may sign.
    private Instant issued(CertifiedSigner signer) {
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var from = signer.certificate().getNotBefore().toInstant();
        return hour.isBefore(from) ? from : hour;
    }

    private static Instant end(WalletCopy copy) {
        return copy.endsAt().truncatedTo(ChronoUnit.HOURS);
    }

    private static Object json(Object value) {
        return switch (value) {
            case LocalDate day -> day.toString();
            case Portrait portrait -> portrait.asDataUrl();
            default -> value;
        };
    }

    private static Cbor cbor(Object value) {
        return switch (value) {
            case LocalDate day -> new Cbor.Tag(FULL_DATE, new Cbor.Text(day.toString()));
            case Portrait portrait -> new Cbor.Bytes(portrait.jpeg());
            case Boolean truth -> new Cbor.Simple(truth ? TRUE : FALSE);
            case String text -> new Cbor.Text(text);
            default -> throw new IllegalArgumentException("no element for a " + value.getClass());
        };
    }
}
