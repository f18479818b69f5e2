package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// Files in pieces over real HTTP (lesson 3 of docs/LESSONS.md).
class UploadTest extends ServerTest {
    private static final String KIND = TusClient.KIND;

    @Autowired
    private Uploads uploads;

    @Autowired
    private SealedFiles files;

    @Autowired
    private SweepUploads sweep;

    @Autowired
    private Clock clock;

    @Value("${kith.home}")
    private Path home;

    private final String email = "upload-" + UUID.randomUUID() + "@example.org";

    @Test
    void what_the_server_can_do_is_told() {
        var client = new TusClient(someone(), port);

        var answer = client.send(client.bare(KIND + "/uploads").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().map())
                .containsEntry("Tus-Resumable", java.util.List.of("1.0.0"))
                .containsEntry("Tus-Version", java.util.List.of("1.0.0"))
                .containsEntry("Tus-Extension", java.util.List.of("creation,expiration,termination"))
                .containsEntry("Tus-Max-Size", java.util.List.of("26214400"));
    }

    @Test
    void a_photo_in_pieces_becomes_a_paper_like_any_other() {
        var visitor = someone();
        var client = new TusClient(visitor, port);
        var photo = noise();
        var address = client.begin(photo);

        var first = client.patch(address, photo, 0, 300_000);
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.headers().firstValue("Upload-Offset")).contains("300000");
        assertThat(first.headers().firstValue("Upload-Expires")).isPresent();
        assertThat(client.offset(address)).isEqualTo(300_000);
        assertThat(client.head(address).headers().firstValue("Cache-Control")).contains("no-store");
        var last = client.finish(address, photo);

        assertThat(last.statusCode()).isEqualTo(204);
        assertThat(visitor.get(KIND + "?upload=" + id(address)).text())
                .contains("What we keep")
                .doesNotContain("could not take");
        assertThat(pieces(address)).isZero();
    }

    @Test
    void half_a_file_and_a_cut_line_leave_half_a_file() throws Exception {
        var visitor = someone();
        var client = new TusClient(visitor, port);
        var photo = noise();
        var half = photo.length / 2;
        var address = client.begin(photo);

        client.sendAndVanish(address, photo, 0, half);

        eventually(() -> client.offset(address) == half);
        assertThat(visitor.get(KIND).text())
                .contains("MB of a file have arrived")
                .doesNotContain("What we keep");
        client.finish(address, photo);
        assertThat(visitor.get(KIND).text()).contains("What we keep");
    }

    @Test
    void what_has_arrived_lies_sealed_on_the_disk() throws IOException {
        var client = new TusClient(someone(), port);
        var photo = noise();
        var mark = new String(photo, 1000, 64, StandardCharsets.ISO_8859_1);
        var address = client.begin(photo);
        client.patch(address, photo, 0, 200_000);

        try (var all = Files.walk(home)) {
            assertThat(all.filter(Files::isRegularFile)).isNotEmpty().noneMatch(file -> has(file, mark));
        }
    }

    @Test
    void after_signing_in_again_a_file_goes_on_where_it_was() {
        var photo = noise();
        var before = new TusClient(someone(), port);
        var address = before.begin(photo);
        before.patch(address, photo, 0, 100_000);

        var again = new TusClient(Visitor.asPerson(port, email), port);

        assertThat(again.offset(address)).isEqualTo(100_000);
        assertThat(again.finish(address, photo).statusCode()).isEqualTo(204);
    }

    @Test
    void signed_out_nothing_is_taken() {
        var client = new TusClient(someone(), port);
        var address = client.begin(noise());
        var stranger = new TusClient(Visitor.at(port), port);

        assertThat(stranger.head(address).statusCode()).isEqualTo(302);
        assertThat(stranger.patch(address, 0, new byte[10]).statusCode()).isIn(302, 403);
        assertThat(client.offset(address)).isZero();
    }

    @Test
    void a_wrong_offset_changes_nothing() {
        var client = new TusClient(someone(), port);
        var photo = noise();
        var address = client.begin(photo);
        client.patch(address, photo, 0, 1000);

        assertThat(client.patch(address, photo, 0, 1000).statusCode()).isEqualTo(409);
        assertThat(client.patch(address, photo, 2000, 3000).statusCode()).isEqualTo(409);

        assertThat(client.offset(address)).isEqualTo(1000);
    }

    @Test
    void somebody_elses_file_is_not_there() {
        var client = new TusClient(someone(), port);
        var photo = noise();
        var address = client.begin(photo);
        var other = new TusClient(person("other-" + UUID.randomUUID() + "@example.org"), port);

        assertThat(other.head(address).statusCode()).isEqualTo(404);
        assertThat(other.patch(address, photo, 0, 1000).statusCode()).isEqualTo(404);
        assertThat(other.delete(address).statusCode()).isEqualTo(404);
        assertThat(client.offset(address)).isZero();
    }

    @Test
    void more_than_25_megabytes_are_not_begun() {
        var answer = new TusClient(someone(), port).begin(25L * 1024 * 1024 + 1, "");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("That file is larger than 25 MB");
    }

    @Test
    void more_than_was_said_is_not_taken() {
        var client = new TusClient(someone(), port);
        var address = client.begin(noise());

        assertThat(client.patch(address, 0, new byte[3_000_000]).statusCode()).isEqualTo(413);
        assertThat(client.offset(address)).isZero();
    }

    @Test
    void only_papers_of_the_catalogue_are_taken() {
        var client = new TusClient(someone(), port);

        for (var kind : new String[] {"baptism-record", "language-talk", "%2e%2e", "birth-record%00"}) {
            var answer = client.send(client.request("/apply/documents/" + kind + "/uploads")
                    .header("Upload-Length", "1000")
                    .POST(BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(kind).isIn(400, 404);
        }
    }

    @Test
    void a_file_finished_twice_is_kept_once() {
        var visitor = someone();
        var client = new TusClient(visitor, port);
        var photo = noise();
        var address = client.begin(photo);
        client.finish(address, photo);

        var again = client.patch(address, photo.length, new byte[0]);
        var anew = client.begin(photo);
        client.finish(anew, photo);

        assertThat(again.statusCode()).isEqualTo(204);
        assertThat(visitor.get(KIND).body().split("alt=\"Page 1\"", -1)).hasSize(2);
    }

    @Test
    void two_halves_of_two_files_make_no_third() {
        var visitor = someone();
        var client = new TusClient(visitor, port);
        var one = noise();
        var other = noise();
        var address = client.begin(one);
        client.patch(address, one, 0, 1000);

        client.patch(address, 1000, java.util.Arrays.copyOfRange(other, 1000, one.length));

        assertThat(visitor.get(KIND + "?upload=" + id(address)).text())
                .contains("What arrived is not the file you chose")
                .doesNotContain("What we keep");
    }

    @Test
    void a_web_page_in_pieces_is_called_what_it_is() {
        var visitor = someone();
        var client = new TusClient(visitor, port);
        var page = SomeFile.webPage();
        var address = client.begin(page);

        client.finish(address, page);

        assertThat(visitor.get(KIND + "?upload=" + id(address)).text())
                .contains("We could not take that file", "That file is a web page, not a photo");
    }

    @Test
    void after_a_day_a_file_that_did_not_come_is_gone() {
        var client = new TusClient(someone(), port);
        var photo = noise();
        var address = client.begin(photo);
        client.patch(address, photo, 0, 1000);
        var file = jdbc.sql("select file from upload_piece where upload = :id::uuid")
                .param("id", id(address))
                .query(UUID.class)
                .single();
        endOf(address, clock.instant().minus(Duration.ofSeconds(1)));

        assertThat(client.head(address).statusCode()).isEqualTo(410);
        assertThat(client.patch(address, photo, 1000, 2000).statusCode()).isEqualTo(410);
        sweep.round();

        assertThat(client.head(address).statusCode()).isEqualTo(404);
        assertThat(files.in(Integer.parseInt(file.toString().substring(0, 2), 16)))
                .doesNotContain(file);
    }

    @Test
    void what_is_on_its_way_is_bounded_and_the_oldest_gives_way() {
        var client = new TusClient(someone(), port);
        var first = client.begin(SomeFile.photo(400, 300));
        for (var i = 0; i < Uploading.MOST_FILES; i++) client.begin(20_000_000 - i, "");

        assertThat(client.head(first).statusCode()).isEqualTo(404);
        assertThat(jdbc.sql("select sum(bytes) from upload where application = "
                                + "(select application from upload order by begun_at desc limit 1)")
                        .query(Long.class)
                        .single())
                .isLessThanOrEqualTo(Uploading.MOST_BYTES);
    }

    @Test
    void a_file_may_be_taken_back_on_the_way() {
        var visitor = someone();
        var client = new TusClient(visitor, port);
        var photo = noise();
        var one = client.begin(photo);
        client.patch(one, photo, 0, 1000);

        assertThat(client.delete(one).statusCode()).isEqualTo(204);
        assertThat(client.head(one).statusCode()).isEqualTo(404);

        var other = client.begin(photo);
        client.patch(other, photo, 0, 1000);
        var page = visitor.get(KIND);
        var after = visitor.post(page.find("action=\"(" + KIND + "/uploads/[^\"]+/discard)\""), Map.of());
        assertThat(after.text()).doesNotContain("of a file have arrived");
    }

    @Test
    void with_the_draft_goes_what_was_on_its_way() {
        var visitor = someone();
        var client = new TusClient(visitor, port);
        var photo = noise();
        var address = client.begin(photo);
        client.patch(address, photo, 0, 1000);

        visitor.get("/apply/delete");
        visitor.post("/apply/delete", Map.of());

        assertThat(uploads.find(UploadId.of(id(address)))).isEmpty();
    }

    @Test
    void the_forms_token_is_asked_for() {
        var client = new TusClient(someone(), port);
        var address = client.begin(noise());

        var forged = client.send(client.bare(address)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(new byte[10])));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(client.offset(address)).isZero();
    }

    @Test
    void a_client_of_another_version_is_told_ours() {
        var client = new TusClient(someone(), port);
        var address = client.begin(noise());

        var answer = client.send(
                client.bare(address).header("Tus-Resumable", "0.2.2").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.headers().firstValue("Tus-Version")).contains("1.0.0");
    }

    @Test
    void headers_that_are_none_are_refused() {
        var client = new TusClient(someone(), port);
        var address = client.begin(noise());

        for (var length : new String[] {"-1", "1e3", "", "99999999999999999999", "٣", "1 000"}) {
            var answer = client.send(client.request(KIND + "/uploads")
                    .header(
                            "Upload-Length",
                            new String(length.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                    .POST(BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(length).isEqualTo(400);
        }
        assertThat(client.begin(10, "sha256 not-base64!").statusCode()).isEqualTo(400);
        assertThat(client.begin(10, "sha256 " + Base64.getEncoder().encodeToString(new byte[31]))
                        .statusCode())
                .isEqualTo(400);
        var form = client.send(client.request(address)
                .header("Upload-Offset", "0")
                .header("Content-Type", "image/jpeg")
                .method("PATCH", BodyPublishers.ofByteArray(new byte[10])));
        assertThat(form.statusCode()).isEqualTo(415);
    }

    @Test
    void a_firewall_that_knows_no_patch_is_got_around() {
        var client = new TusClient(someone(), port);
        var photo = noise();
        var address = client.begin(photo);

        var answer = client.send(client.request(address)
                .header("X-HTTP-Method-Override", "PATCH")
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .POST(BodyPublishers.ofByteArray(java.util.Arrays.copyOf(photo, 1000))));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(client.offset(address)).isEqualTo(1000);
    }

    @Test
    void the_name_of_a_file_is_forgotten_at_once() {
        var client = new TusClient(someone(), port);
        var name = Base64.getEncoder()
                .encodeToString("../\u202Egpj.exe\0 Layla passport.jpg".getBytes(StandardCharsets.UTF_8));

        assertThat(client.begin(1000, "filename " + name).statusCode()).isEqualTo(201);

        assertThat(jdbc.sql("select upload::text from upload")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains("Layla"));
    }

    private Visitor someone() {
        return person(email);
    }

    private Visitor person(String address) {
        var visitor = Visitor.asPerson(port, address);
        visitor.get("/home");
        visitor.post("/apply/start", Map.of());
        return visitor;
    }

    /// A photo of about a megabyte that looks like no other.
    private static byte[] noise() {
        return SomeFile.noise(new Random().nextLong(), 900, 700);
    }

    private void endOf(String address, java.time.Instant moment) {
        jdbc.sql("update upload set expires_at = :moment where id = :id::uuid")
                .param("moment", moment.atOffset(java.time.ZoneOffset.UTC))
                .param("id", id(address))
                .update();
    }

    private long pieces(String address) {
        return jdbc.sql("select count(*) from upload_piece where upload = :id::uuid")
                .param("id", id(address))
                .query(Long.class)
                .single();
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static boolean has(Path file, String mark) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(mark);
        } catch (IOException _) {
            return false;
        }
    }

    private interface Question {
        boolean holds() throws Exception;
    }

    private static void eventually(Question question) throws Exception {
        for (var i = 0; i < 100; i++) {
            if (question.holds()) return;
            Thread.sleep(100);
        }
        throw new AssertionError("not within ten seconds");
    }
}
