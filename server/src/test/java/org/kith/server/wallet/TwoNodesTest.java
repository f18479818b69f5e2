package org.kith.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.Kith;
import org.kith.server.SomeCard.Holder;
import org.kith.server.Visitor;
import org.kith.server.time.AdvancingClock;
import org.kith.server.wallet.TestWallet.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/// Everything that may be used once, used many times at the same moment, on two servers with one database.
class TwoNodesTest extends WalletTest {
    private static final int AT_ONCE = 12;
    private static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-one-0123456789";

    private static ConfigurableApplicationContext second;
    private static int otherPort;
    private static Holder holder;

    @Autowired
    private ConfigurableEnvironment environment;

    @Autowired
    private OwnWallets own;

    private final ECKey instance = TestWallet.key();
    private List<TestWallet> nodes;

    @BeforeEach
    void two_nodes_run() {
        if (second == null) {
            otherPort = freePort();
            var same = List.of(
                    "kith.base-url",
                    "kith.programme",
                    "kith.home",
                    "kith.keys",
                    "spring.datasource.url",
                    "kith.cases.routing");
            var settings = new ArrayList<String>();
            same.forEach(each -> settings.add("--" + each + "=" + environment.getProperty(each)));
            settings.add("--server.port=" + otherPort);
            second = new SpringApplicationBuilder(Kith.class)
                    .web(WebApplicationType.SERVLET)
                    .run(settings.toArray(String[]::new));
            var theirs = second.getBean(AdvancingClock.class);
            var behind = Duration.between(theirs.instant(), clock.instant());
            if (behind.isPositive()) theirs.advanceBy(behind);
        }
        if (holder == null) holder = holder();
        nodes = List.of(wallet, new TestWallet(wallet, port, otherPort));
        nodes.forEach(TestWallet::nonce);
    }

    @AfterAll
    static void the_second_ends() {
        if (second != null) second.close();
        second = null;
    }

    @Test
    void an_offer_is_taken_up_once() throws Exception {
        var offered = wallets.offered(holder.card());

        var answers = atOnce(i -> () -> node(i).redeemOffer(offered.code(), offered.pin()));

        // More than five tries were made at one PIN, so that some of them were refused for that.
        assertThat(answers.stream().filter(each -> each.status() == 200)).hasSize(1);
    }

    @Test
    void a_pin_has_five_tries_and_no_more() throws Exception {
        var offered = wallets.offered(holder.card());
        var wrong = offered.pin().equals("000000") ? "000001" : "000000";

        var answers = atOnce(i -> () -> node(i).redeemOffer(offered.code(), wrong));

        assertThat(answers.stream().filter(each -> each.get("error_description").startsWith("tx_code is wrong")))
                .hasSize(Offers.TRIES);
        assertThat(wallet.redeemOffer(offered.code(), offered.pin()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_code_is_redeemed_once() throws Exception {
        for (var round = 0; round < 3; round++) {
            var code = code();
            var proofs = headers();

            var answers = atOnce(i -> () -> {
                var form = new LinkedHashMap<String, String>();
                form.put("grant_type", "authorization_code");
                form.put("code", code);
                form.put("code_verifier", VERIFIER);
                return withHeaders(node(i), proofs.get(i)).token(form);
            });

            assertThat(answers.stream().filter(each -> each.status() == 200)).hasSize(1);
        }
    }

    @Test
    void what_was_pushed_is_decided_once() throws Exception {
        var page = opened(pushed(wallet, headers().getFirst()));
        var visitors = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> {
                    var visitor = Visitor.at(i % 2 == 0 ? port : otherPort);
                    holder.visitor().cookies().forEach(each -> visitor.plant(each.getName(), each.getValue()));
                    visitor.get(page);
                    return visitor;
                })
                .toList();

        var ways = atOnce(i ->
                () -> visitors.get(i).send("POST", page + "/agree", Map.of()).path());

        assertThat(ways.stream().filter(each -> each.contains("code="))).hasSize(1);
    }

    @Test
    void a_credential_nonce_serves_one_request() throws Exception {
        var token = token(holder);
        var request = wallet.request("card-sd-jwt", List.of(TestWallet.key()));

        var answers = atOnce(i -> () -> node(i).ask(Paths.CREDENTIAL, token, request));

        assertThat(answers.stream().filter(each -> each.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(each -> each.error().equals("invalid_nonce")))
                .hasSize(AT_ONCE - 1);
    }

    @Test
    void a_dpop_proof_serves_once() throws Exception {
        var offered = wallets.offered(holder.card());
        var refresh = wallet.redeemOffer(offered.code(), offered.pin()).get("refresh_token");
        var form = Map.of("grant_type", "refresh_token", "refresh_token", refresh);
        var proof = wallet.dpop("POST", Paths.TOKEN, null);

        var answers = atOnce(i -> () -> node(i).form(Paths.TOKEN, form, proof));

        assertThat(answers.stream().filter(each -> each.status() == 200)).hasSize(1);
    }

    @Test
    void a_proof_of_an_attestation_serves_once() throws Exception {
        var headers = headers().getFirst();

        var answers = atOnce(i -> () -> pushed(node(i), headers));

        assertThat(answers.stream().filter(each -> each.status() == 201)).hasSize(1);
    }

    @Test
    void a_client_assertion_serves_once() throws Exception {
        var form = request();
        form.put("redirect_uri", "https://harbour.example/back");
        form.putAll(VouchedFor.assertion(wallet, _ -> {}));

        var answers = atOnce(i -> () -> node(i).form(Paths.PAR, form));

        assertThat(answers.stream().filter(each -> each.status() == 201)).hasSize(1);
    }

    @Test
    void a_wallet_that_is_removed_while_it_renews_is_out() throws Exception {
        var another = holder();
        var offered = wallets.offered(another.card());
        var refresh = wallet.redeemOffer(offered.code(), offered.pin()).get("refresh_token");
        var person = another.card().person();
        var mine = own.of(person).getFirst();

        atOnce(i -> () -> {
            if (i == AT_ONCE / 2) own.remove(mine.id(), person);
            return node(i).refresh(refresh);
        });

        assertThat(wallet.refresh(refresh).error()).isEqualTo("invalid_grant");
        assertThat(jdbc.sql("select count(*) from wallet_token where wallet = ?")
                        .param(mine.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private TestWallet node(int i) {
        return nodes.get(i % 2);
    }

    private static TestWallet withHeaders(TestWallet node, Map<String, String> headers) {
        return node.with(headers);
    }

    /// Proofs of one installation, each for one request.
    private List<Map<String, String>> headers() {
        return IntStream.range(0, AT_ONCE)
                .mapToObj(_ -> VouchedFor.headers(instance, wallet))
                .toList();
    }

    private static Map<String, String> request() {
        var form = new LinkedHashMap<String, String>();
        form.put("response_type", "code");
        form.put("redirect_uri", VouchedFor.REDIRECT);
        form.put("scope", "card-sd-jwt");
        form.put("code_challenge", TestWallet.sha256(VERIFIER));
        form.put("code_challenge_method", "S256");
        return form;
    }

    private static Answer pushed(TestWallet node, Map<String, String> headers) {
        return node.with(headers).form(Paths.PAR, request());
    }

    private static String opened(Answer pushed) {
        var query = Map.of("client_id", VouchedFor.CLIENT, "request_uri", pushed.get("request_uri"));
        return holder.visitor().send("GET", "/wallet/authorize", query).path();
    }

    private String code() {
        var page = opened(pushed(wallet, headers().getFirst()));
        holder.visitor().get(page);
        var back = holder.visitor().send("POST", page + "/agree", Map.of()).path();
        var query = URI.create(back).getQuery();
        return query.substring(query.indexOf("code=") + 5).split("&", 2)[0];
    }

    private static <T> List<T> atOnce(IntFunction<Callable<T>> work) throws Exception {
        var start = new CyclicBarrier(AT_ONCE);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return work.apply(i).call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var each : all) results.add(each.get());
            return results;
        }
    }
}
