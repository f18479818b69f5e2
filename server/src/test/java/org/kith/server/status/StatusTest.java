package org.kith.server.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Json;
import org.kith.credential.signing.CoseSign1;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.X5c;
import org.kith.credential.status.Status;
import org.kith.credential.status.StatusListCwt;
import org.kith.credential.status.StatusListRefused;
import org.kith.credential.status.StatusListToken;
import org.kith.credential.status.StatusReference;
import org.kith.credential.status.VerifiedStatusList;
import org.kith.server.ServerTest;
import org.kith.server.keys.IssuerKey;
import org.kith.server.keys.Purpose;
import org.kith.server.keys.Signing;
import org.kith.server.presentation.OwnTrust;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class StatusTest extends ServerTest {
    private static final Duration PROMISE = Duration.ofSeconds(10);

    @Autowired
    StatusPositions positions;

    @Autowired
    StatusPublisher publisher;

    @Autowired
    StatusRounds rounds;

    @Autowired
    Signing signing;

    @Autowired
    OwnTrust trust;

    @Autowired
    TransactionTemplate transaction;

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void rounds_go_on() {
        rounds.start();
    }

    @Test
    void a_fresh_position_is_valid_in_a_list_already_published() throws Exception {
        publisher.publishDue();

        var position = positions.reserve();

        assertThat(fetched(position).status(position.index())).isEqualTo(Status.VALID);
    }

    @Test
    void positions_are_never_given_twice_and_follow_no_order() {
        var taken = positions.reserve(1000);

        assertThat(new HashSet<>(taken)).hasSize(1000);
        var neighbours = 0;
        for (var i = 1; i < taken.size(); i++) {
            if (Math.abs(taken.get(i).index() - taken.get(i - 1).index()) < 10) neighbours++;
        }
        assertThat(neighbours).isLessThan(5);
    }

    @Test
    void a_revocation_is_public_within_ten_seconds() throws Exception {
        var position = positions.reserve();

        positions.set(position, Status.INVALID);

        awaitPublished(position, Status.INVALID);
    }

    @Test
    void a_suspension_is_lifted_again() throws Exception {
        var position = positions.reserve();

        positions.set(position, Status.SUSPENDED);
        awaitPublished(position, Status.SUSPENDED);
        positions.set(position, Status.VALID);

        awaitPublished(position, Status.VALID);
    }

    @Test
    void what_is_revoked_stays_revoked() {
        var position = positions.reserve();
        positions.set(position, Status.INVALID);

        assertThatThrownBy(() -> positions.set(position, Status.VALID)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> positions.set(position, Status.SUSPENDED)).isInstanceOf(IllegalStateException.class);
        positions.set(position, Status.INVALID);
        assertThat(positions.status(position)).isEqualTo(Status.INVALID);
    }

    @Test
    void a_change_committed_just_before_a_kill_is_published_after_the_next_start() throws Exception {
        var position = positions.reserve();
        rounds.stop();
        positions.set(position, Status.INVALID);
        assertThat(fetched(position).status(position.index())).isEqualTo(Status.VALID);

        rounds.start();

        awaitPublished(position, Status.INVALID);
    }

    @Test
    void a_publication_killed_halfway_is_made_again() throws Exception {
        var position = positions.reserve();
        rounds.stop();
        positions.set(position, Status.INVALID);

        transaction.executeWithoutResult(killed -> {
            publisher.publishDue();
            killed.setRollbackOnly();
        });
        assertThat(fetched(position).status(position.index())).isEqualTo(Status.VALID);
        publisher.publishDue();

        assertThat(fetched(position).status(position.index())).isEqualTo(Status.INVALID);
    }

    @Test
    void a_list_published_under_another_address_is_published_anew() throws Exception {
        var position = positions.reserve();
        rounds.stop();
        publisher.publishDue();
        jdbc.sql("update status_list set address = 'http://localhost:1/status/' || id")
                .update();
        var before = published();

        publisher.publishDue();
        var after = published();
        publisher.publishDue();

        assertThat(after).isNotEqualTo(before).isEqualTo(published());
        assertThat(fetched(position).status(position.index())).isEqualTo(Status.VALID);
    }

    /// The transactions that wrote the lists.
    private List<String> published() {
        return jdbc.sql("select xmin::text from status_list order by id")
                .query(String.class)
                .list();
    }

    @Test
    void a_change_that_is_rolled_back_is_not_published() throws Exception {
        var position = positions.reserve();

        transaction.executeWithoutResult(status -> {
            positions.set(position, Status.INVALID);
            status.setRollbackOnly();
        });
        publisher.publishDue();

        assertThat(fetched(position).status(position.index())).isEqualTo(Status.VALID);
    }

    @Test
    void a_list_is_served_with_what_caches_need() throws Exception {
        publisher.publishDue();

        var answer = get(positions.reserve().uri(), null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/statuslist+jwt");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=900, public");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void whoever_has_the_list_already_is_not_sent_it_again() throws Exception {
        rounds.stop();
        publisher.publishDue();
        var uri = positions.reserve().uri();
        var etag = get(uri, null).headers().firstValue("ETag").orElseThrow();

        var again = get(uri, etag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Cache-Control")).contains("max-age=900, public");
    }

    @Test
    void whoever_checks_cards_learns_of_every_list_before_the_first_card() throws Exception {
        publisher.publishDue();
        var position = positions.reserve();
        var address = "http://localhost:" + port + "/status";

        var answer = get(address, null);
        var again = get(address, answer.headers().firstValue("ETag").orElseThrow());

        var listed = Json.object(answer.body().getBytes(UTF_8))
                .path("status_lists")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(listed)
                .contains(position.uri())
                .allSatisfy(uri -> assertThat(get(uri, null).statusCode()).isEqualTo(200));
        assertThat(trust.file().aggregation()).isEqualTo(address);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=900, public");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void a_list_is_had_in_the_form_that_is_asked_for() throws Exception {
        rounds.stop();
        var position = positions.reserve();
        positions.set(position, Status.SUSPENDED);
        publisher.publishDue();
        var uri = position.uri();

        for (var accept : List.of(
                "application/statuslist+cwt",
                "application/statuslist+jwt;q=0.5, application/statuslist+cwt",
                "application/statuslist+jwt;q=0, */*")) {
            assertThat(type(uri, accept)).as(accept).contains("application/statuslist+cwt");
        }
        for (var accept : List.of(
                "application/statuslist+jwt",
                "*/*",
                "application/*",
                "application/statuslist+cwt, application/statuslist+jwt",
                "application/statuslist+cwt;q=0.1, */*")) {
            assertThat(type(uri, accept)).as(accept).contains("application/statuslist+jwt");
        }
        for (var accept : List.of("text/html", "application/statuslist+jwt;q=0", "?")) {
            assertThat(answer(uri, accept, null).statusCode()).as(accept).isEqualTo(406);
        }
        var cwt = StatusListCwt.verify(
                answer(uri, "application/statuslist+cwt", null).body(), uri, statusKeys());
        var jwt = fetched(position);
        assertThat(cwt.status(position.index())).isEqualTo(Status.SUSPENDED);
        assertThat(cwt.terms()).isEqualTo(jwt.terms());
        assertThat(cwt.terms().aggregation()).isEqualTo("http://localhost:" + port + "/status");
    }

    @Test
    void caches_keep_the_two_forms_apart() throws Exception {
        rounds.stop();
        publisher.publishDue();
        var uri = positions.reserve().uri();
        var jwt = answer(uri, "application/statuslist+jwt", null);
        var cwt = answer(uri, "application/statuslist+cwt", null);

        assertThat(etag(cwt)).isNotEqualTo(etag(jwt));
        assertThat(List.of(jwt, cwt)).allSatisfy(each -> {
            assertThat(each.headers().firstValue("Vary").orElseThrow()).contains("Accept");
            assertThat(each.headers().firstValue("Cache-Control")).contains("max-age=900, public");
            assertThat(each.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        });
        assertThat(answer(uri, "application/statuslist+cwt", etag(cwt)).statusCode())
                .isEqualTo(304);
        assertThat(answer(uri, "application/statuslist+cwt", etag(jwt)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_a_list_said_at_another_time_is_not_told() throws Exception {
        publisher.publishDue();

        assertThat(answer(positions.reserve().uri() + "?time=1686925000", "*/*", null)
                        .statusCode())
                .isEqualTo(501);
    }

    @Test
    void each_form_brings_a_certificate_that_our_root_vouches_for() throws Exception {
        publisher.publishDue();
        var uri = positions.reserve().uri();

        var jwt = get(uri, null).body();
        var header = Json.object(Base64Url.read(jwt.substring(0, jwt.indexOf('.'))));
        var cose =
                CoseSign1.parse(answer(uri, "application/statuslist+cwt", null).body());

        var certificate = signing.certified(Purpose.STATUS).certificate();
        assertThat(header.path("x5c").valueStream().map(JsonNode::asString))
                .containsExactly(Base64.getEncoder().encodeToString(certificate.getEncoded()));
        assertThat(cose.unprotectedHeader(X5c.COSE)).contains(new Cbor.Bytes(certificate.getEncoded()));
        certificate.verify(signing.root().getPublicKey());
    }

    @Test
    void copies_in_wallets_lie_in_lists_of_their_own_already_published() throws Exception {
        publisher.publishDue();
        var shown = positions.reserve();

        var copies = positions.reserve(ListPurpose.WALLET, 100);

        assertThat(copies).doesNotHaveDuplicates();
        assertThat(copies.getFirst().uri()).matches(".*/status/1[0-9]{8}").isNotEqualTo(shown.uri());
        assertThat(fetched(copies.getFirst()).status(copies.getFirst().index())).isEqualTo(Status.VALID);
        positions.set(copies.getFirst(), Status.INVALID);
        awaitPublished(copies.getFirst(), Status.INVALID);
    }

    @Test
    void a_thousand_changes_at_once_are_one_publication() throws Exception {
        rounds.stop();
        publisher.publishDue();
        var many = positions.reserve(ListPurpose.WALLET, 1_000);
        var before = publications(many);
        many.forEach(each -> positions.set(each, Status.INVALID));

        publisher.publishDue();
        var after = publications(many);
        publisher.publishDue();

        assertThat(many.stream().map(StatusReference::uri).distinct()).hasSize(1);
        assertThat(after).isNotEqualTo(before).isEqualTo(publications(many));
        var list = fetched(many.getFirst());
        assertThat(many)
                .allSatisfy(each -> assertThat(list.status(each.index())).isEqualTo(Status.INVALID));
    }

    private String publications(List<StatusReference> positions) throws Exception {
        return etag(answer(positions.getFirst().uri(), "*/*", null));
    }

    @Test
    void there_is_nothing_at_the_address_of_no_list() throws Exception {
        assertThat(get("http://localhost:" + port + "/status/999999", null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_position_elsewhere_is_refused() {
        var elsewhere = new StatusReference("https://example.org/status/1", 1);

        assertThatThrownBy(() -> positions.set(elsewhere, Status.INVALID)).isInstanceOf(IllegalArgumentException.class);
    }

    private void awaitPublished(StatusReference position, Status expected) throws Exception {
        var until = Instant.now().plus(PROMISE);
        while (fetched(position).status(position.index()) != expected) {
            assertThat(Instant.now()).as("published within ten seconds").isBefore(until);
            Thread.sleep(100);
        }
    }

    private VerifiedStatusList fetched(StatusReference position)
            throws IOException, InterruptedException, StatusListRefused {
        return StatusListToken.verify(get(position.uri(), null).body(), position.uri(), statusKeys());
    }

    private Map<String, Jwk> statusKeys() {
        return signing.publicKeys(Purpose.STATUS).stream().collect(Collectors.toMap(IssuerKey::id, IssuerKey::jwk));
    }

    private Optional<String> type(String uri, String accept) throws IOException, InterruptedException {
        return answer(uri, accept, null).headers().firstValue("Content-Type");
    }

    private static String etag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<byte[]> answer(String uri, String accept, String etag)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(uri)).header("Accept", accept);
        if (etag != null) request.header("If-None-Match", etag);
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> get(String uri, String etag) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(uri));
        if (etag != null) request.header("If-None-Match", etag);
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
