package org.kith.server.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.server.Mailbox;
import org.kith.server.SecureServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCard;
import org.kith.server.SomeCase;
import org.kith.server.SomeWalletMaker;
import org.kith.server.Visitor;
import org.kith.server.card.Card;
import org.kith.server.judges.Judge.Verdict;
import org.kith.server.keys.Signing;
import org.kith.server.wallet.Offering;
import org.kith.server.wallet.Paths;
import org.springframework.beans.factory.annotation.Autowired;

/// Libraries that nobody here wrote fetch a card, in each way and each format. What comes of it stands in
/// docs/WALLETS.md, and is so.
class OtherPeoplesWalletsTest extends SecureServerTest {
    private static final List<Library> WALLETS =
            List.of(Library.OPENID4VCI, Library.OPENID4VCI_NEXT, Library.CREDO, Library.EUDI, Library.MULTIPAZ);
    private static final List<String> CONFIGURATIONS = List.of("card-sd-jwt", "card-mdoc");
    private static final Path DOCUMENT = Path.of("../docs/WALLETS.md");

    private static final Map<Library, Judge> JUDGES = new EnumMap<>(Library.class);
    private static final Map<Library, Person> HOLDERS = new EnumMap<>(Library.class);
    private static final Map<String, String> WRITTEN = new LinkedHashMap<>();

    /// @param offers how many PINs were mailed
    private record Person(Visitor visitor, Card card, String email, AtomicInteger offers) {}

    @Autowired
    SomeCard someCard;

    @Autowired
    SomeCase someCase;

    @Autowired
    Offering offering;

    @Autowired
    Signing signing;

    static Stream<Arguments> ways() {
        return Stream.of(Flow.values())
                .flatMap(flow -> CONFIGURATIONS.stream()
                        .flatMap(configuration -> WALLETS.stream()
                                // Of what is to come, what is new.
                                .filter(library -> library != Library.OPENID4VCI_NEXT || flow == Flow.ENCRYPTION)
                                .map(library -> Arguments.of(library, flow, configuration))));
    }

    @AfterAll
    static void done() throws Exception {
        for (var judge : JUDGES.values()) judge.close();
        JUDGES.clear();
        HOLDERS.clear();
        if ("yes".equals(System.getenv("KITH_WRITE_WALLETS"))) WalletTable.write(DOCUMENT, WRITTEN);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void what_comes_of_it_is_what_the_table_says(Library library, Flow flow, String configuration) throws Exception {
        var verdict = judged(library, flow, configuration);

        var missing = verdict.passed() ? missing(verdict, library, flow, configuration) : verdict.error();
        var cell = missing.isEmpty() ? "passes" : "no: " + (verdict.at().isEmpty() ? missing : verdict.at());
        if ("yes".equals(System.getenv("KITH_WRITE_WALLETS"))) {
            WRITTEN.put(WalletTable.key(flow, configuration, library), cell);
        } else {
            assertThat(cell)
                    .as("%s. Write the table anew with KITH_WRITE_WALLETS=yes", missing)
                    .isEqualTo(WalletTable.read(DOCUMENT).get(WalletTable.key(flow, configuration, library)));
        }
    }

    @Test
    void a_card_revoked_at_the_desk_is_refused_by_somebody_elses_status_check() throws Exception {
        var holder = someCard.holder(port, someone());
        var job = job(Library.OPENID4VCI, Flow.BEGUN_BY_WALLET, "card-sd-jwt");
        var copies = judge(Library.OPENID4VCI).judge(job, address -> agreed(holder.visitor(), address));
        var copy = copies.result().path("credentials").path(0).asString();
        assertThat(check(Library.SD_JWT, copy).error()).isEmpty();

        revoke(holder);

        await(() -> !check(Library.SD_JWT, copy).passed());
        assertThat(check(Library.SD_JWT, copy).error()).contains("Status is not valid");
    }

    private Verdict judged(Library library, Flow flow, String configuration) throws IOException {
        if (flow.waits(library)) return waited(library, flow, configuration);

        var holder = HOLDERS.computeIfAbsent(library, _ -> holder());
        var job = job(library, flow, configuration);
        if (flow.byPin()) {
            job.put("offer", offering.toAnyWallet(holder.card()).link());
            job.put(
                    "pin",
                    Mailbox.of(port, holder.email())
                            .pins(holder.offers().incrementAndGet())
                            .getFirst());
        }
        if (flow == Flow.BEGUN_BY_OFFER)
            job.put("offer", offering.toTrustedWallet(holder.card().person()).link());
        return judge(library).judge(job, address -> agreed(holder.visitor(), address));
    }

    /// Somebody whose card is still being decided lets a wallet in, which waits for it.
    private Verdict waited(Library library, Flow flow, String configuration) throws IOException {
        var opened = someCase.confirmed(port, someone());
        return judge(library).judge(job(library, flow, configuration), address -> {
            if (!address.equals("deferred")) return agreed(opened.person(), address);
            someCard.issued(opened.id());
            return "";
        });
    }

    private Map<String, Object> job(Library library, Flow flow, String configuration) {
        var job = new HashMap<String, Object>(flow.asks);
        job.put("issuer", base());
        job.put("configuration", configuration);
        job.put("flow", flow.byPin() ? "pre-authorized" : "code");
        var stranger = flow == Flow.PIN_BY_A_STRANGER;
        job.put("clientId", stranger ? "a-wallet-from-elsewhere" : SomeWalletMaker.CLIENT);
        job.put("redirectUri", SomeWalletMaker.REDIRECT);
        job.put("trusted", List.of(root()));
        if (flow.attested) job.put("provider", stranger ? SomeWalletMaker.asStranger() : SomeWalletMaker.asProvider());
        // For one key, its draft writes `proof`, which the specification dropped; for more, `proofs`.
        if (library == Library.EUDI) job.putIfAbsent("keys", 2);
        return job;
    }

    /// A library may be content with less than was asked; and what it brings must be good for others too.
    private String missing(Verdict verdict, Library library, Flow flow, String configuration) throws IOException {
        var result = verdict.result();
        var copies = result.path("credentials");
        if (copies.size() != (flow == Flow.BATCH ? 3 : library == Library.EUDI ? 2 : 1))
            return copies.size() + " copies";
        for (var effect : flow.effects) if (!result.path(effect).asBoolean()) return "not " + effect;

        var keys = result.path("keys")
                .valueStream()
                .map(key -> key.path("x").asString())
                .toList();
        for (var copy : copies) {
            var checker = configuration.equals("card-mdoc") ? Library.CREDO : Library.SD_JWT;
            var checked = check(checker, copy.asString());
            if (!checked.passed()) return checked.error();
            if (!keys.contains(checked.result().path("key").path("x").asString())) return "bound to another key";
        }
        return "";
    }

    private Verdict check(Library checker, String copy) throws IOException {
        return judge(checker).judge(Map.of("check", copy, "trusted", List.of(root())), address -> address);
    }

    private void revoke(SomeCard.Holder holder) {
        measure(holder, "ANNOUNCE_REVOCATION");
        var notice = holder.visitor().get("/messages").find("href=\"(/messages/[0-9a-f-]+)\"");
        holder.visitor().get(notice);
        holder.visitor().post(notice, Map.of("words", "It is my twin sister’s."));
        measure(holder, "REVOKE");
        var oriel = opened(holder, "supervisor", "SECOND_SIGNATURE");
        var page = oriel.get("/desk/cards/" + holder.card().id().value());
        oriel.decide(page.find("action=\"(/desk/decisions/[0-9a-f-]+/sign)\""), Map.of());
    }

    private void measure(SomeCard.Holder holder, String measure) {
        opened(holder, "caseworker", "CARD_CARE")
                .decide(
                        "/desk/cards/" + holder.card().id().value() + "/measure",
                        Map.of(
                                "measure",
                                measure,
                                "cause",
                                "false-papers",
                                "reason",
                                "Two cards on one birth record."));
    }

    private Visitor opened(SomeCard.Holder holder, String role, String purpose) {
        var officer = Visitor.asOfficer(port, role);
        var address = "/desk/cards/" + holder.card().id().value();
        officer.get(address);
        officer.post(address + "/open", Map.of("purpose", purpose));
        return officer;
    }

    /// As long as it takes the server to publish its lists by itself.
    private static void await(Attempt attempt) throws Exception {
        for (var until = System.nanoTime() + 20_000_000_000L; System.nanoTime() < until; Thread.sleep(500))
            if (attempt.done()) return;
    }

    private interface Attempt {
        boolean done() throws IOException;
    }

    /// A person who is signed in reads what the wallet wants, and says yes.
    private static String agreed(Visitor person, String address) {
        var uri = URI.create(address);
        var asked = person.get(uri.getRawPath() + "?" + uri.getRawQuery());
        assertThat(asked.path()).as(asked.text()).startsWith(Paths.CONSENT);
        return person.send("POST", asked.path() + "/agree", Map.of()).path();
    }

    private Person holder() {
        var who = someone();
        var holder = someCard.holder(port, who);
        return new Person(holder.visitor(), holder.card(), who.email(), new AtomicInteger());
    }

    private static SomeApplicant someone() {
        return SomeApplicant.layla(UUID.randomUUID() + "@example.org");
    }

    private Judge judge(Library library) throws IOException {
        var running = JUDGES.get(library);
        if (running != null) return running;
        var started = Judge.start(library, certificate);
        JUDGES.put(library, started);
        return started;
    }

    private String root() {
        try {
            var lines = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(signing.root().getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
