package org.kith.server.portal.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Json;
import org.kith.pack.programme.CredentialDefinition.CardFact;
import org.kith.pack.programme.CredentialDefinition.Claim;
import org.kith.pack.programme.CredentialDefinition.ClaimSource.FromCard;
import org.kith.server.account.SignedInPerson;
import org.kith.server.card.Card;
import org.kith.server.card.Cards;
import org.kith.server.programme.Programme;
import org.kith.server.site.Assets;
import org.kith.server.site.BaseUrl;
import org.kith.server.site.Brand;
import org.kith.server.site.Headers;
import org.kith.server.site.OpenPaths;
import org.kith.server.wallet.Offering;
import org.kith.server.wallet.WebWallet;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The wallet in a browser. Its page says nothing of anybody, so that the browser can keep it; what it keeps
/// of a card it fetches as every wallet does.
@Controller
class WebWalletController {
    static final String PAGE = "/card/wallet";

    private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final List<String> KEPT =
            List.of("kith.css", "web-wallet.js", "web-wallet-store.js", "web-wallet-issuer.js", "offline-parts.js");

    private final Cards cards;
    private final Offering offering;
    private final WebWallet wallet;
    private final Programme programme;
    private final Assets assets;
    private final Brand brand;
    private final BaseUrl base;
    private final Clock clock;

    WebWalletController(
            Cards cards,
            Offering offering,
            WebWallet wallet,
            Programme programme,
            Assets assets,
            Brand brand,
            BaseUrl base,
            Clock clock) {
        this.cards = cards;
        this.offering = offering;
        this.wallet = wallet;
        this.programme = programme;
        this.assets = assets;
        this.brand = brand;
        this.base = base;
        this.clock = clock;
    }

    @Bean
    static OpenPaths webWalletIsOpen() {
        return OpenPaths.of(PAGE, PAGE + "/state", PAGE + "/worker.js", PAGE + "/app.json");
    }

    @GetMapping(PAGE)
    ModelAndView page(Locale language, HttpServletResponse response) {
        // An app that can be put on a telephone's first screen needs a manifest.
        response.setHeader("Content-Security-Policy", Headers.CONTENT_SECURITY_POLICY + "; manifest-src 'self'");
        var texts = programme.texts(language);
        var facts = programme.current().credential("card").stream()
                .flatMap(card -> card.claims().stream())
                .map(claim -> new WebWalletPage.Fact(
                        claim.name(),
                        texts.text(claim.titleKey()),
                        isFrom(claim, CardFact.PORTRAIT),
                        isFrom(claim, CardFact.STATE) ? brand.stateName().apply(language) : ""))
                .toList();
        return new ModelAndView("portal/web-wallet", "page", new WebWalletPage(facts, base.link("")));
    }

    /// Keeps the page and what it needs in the browser, in the language it is read in.
    @GetMapping(PAGE + "/worker.js")
    ResponseEntity<byte[]> worker() {
        var kept =
                KEPT.stream().map(assets::address).map(each -> "'" + each + "'").toList();
        var head = "const KEPT = [" + String.join(", ", kept) + "];\n";
        var body =
                assets.at(assets.address("web-wallet-worker.js")).orElseThrow().bytes();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=utf-8"))
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", PAGE)
                .body((head + new String(body, UTF_8)).getBytes(UTF_8));
    }

    @GetMapping(PAGE + "/app.json")
    ResponseEntity<byte[]> app(Locale language) {
        Map<String, Object> app = new LinkedHashMap<>();
        app.put("name", brand.cardName().apply(language));
        app.put("lang", language.toLanguageTag());
        app.put("id", PAGE);
        app.put("start_url", PAGE);
        app.put("scope", PAGE);
        app.put("display", "standalone");
        app.put("icons", List.of(Map.of("src", assets.address("mark.svg"), "sizes", "any", "type", "image/svg+xml")));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/manifest+json"))
                .cacheControl(CacheControl.noCache())
                .body(Json.write(app));
    }

    /// Who is signed in with this browser, as a mark, and whether a copy could be fetched for them; and what
    /// the time is here, as clocks of telephones go wrong and proofs name theirs.
    @GetMapping(PAGE + "/state")
    ResponseEntity<byte[]> state(@AuthenticationPrincipal @Nullable SignedInPerson person, CsrfToken token) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("now", clock.instant().toString());
        state.put("open", offering.isForAny());
        if (person != null && !person.limited()) {
            state.put("holder", wallet.mark(person.person()));
            state.put("active", active(person).isPresent());
            state.put("token", token.getToken());
        }
        return answer(state);
    }

    /// An offer that nobody but this browser can use, whose PIN comes along.
    @PostMapping(PAGE + "/offer")
    ResponseEntity<byte[]> offer(@RequestParam String key, @AuthenticationPrincipal SignedInPerson person) {
        var card = active(person);
        if (card.isEmpty() || !offering.isForAny() || !THUMBPRINT.matcher(key).matches()) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        var offer = offering.toBrowser(card.get(), key);
        return answer(Map.of(
                "pre-authorized_code", offer.code(),
                "tx_code", offer.pin(),
                "credential_configuration_id", offer.configuration()));
    }

    @PostMapping(PAGE + "/forget")
    ResponseEntity<Void> forget(@RequestParam("refresh_token") String refreshToken) {
        wallet.forget(refreshToken);
        return ResponseEntity.noContent().build();
    }

    private static boolean isFrom(Claim claim, CardFact fact) {
        return claim.source() instanceof FromCard(var of) && of == fact;
    }

    private Optional<Card> active(SignedInPerson person) {
        return cards.ofPerson(person.person()).filter(Card::isActive);
    }

    private static ResponseEntity<byte[]> answer(Map<String, Object> body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(Json.write(body));
    }
}
