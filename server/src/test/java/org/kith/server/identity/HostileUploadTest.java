package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;

/// What is hostile about an upload beside the file itself: its name, what it claims to be, how large it is.
class HostileUploadTest extends ServerTest {
    private static final String KIND = TusClient.KIND;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../etc/cron.d/kith",
                "..\\\\..\\\\windows\\\\system.ini",
                "passport\u202Egpj.exe",
                "\u2066<img src=x onerror=alert(1)>.jpg",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 .jpg",
                "CON.jpg",
                "${jndi:ldap://example}.jpg"
            })
    void a_files_name_is_never_kept_nor_shown(String name) {
        var layla = someone();

        var answer =
                layla.upload(KIND, Map.of(), "file", new Visitor.Upload(name, "image/jpeg", SomeFile.photo(640, 480)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("What we keep");
        assertThat(answer.body()).doesNotContain(name, "\u202E", "onerror", "jndi", "cron.d");
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 100_000})
    void a_name_that_is_too_long_is_refused_in_words(int length) {
        var answer = someone()
                .upload(
                        KIND,
                        Map.of(),
                        "file",
                        new Visitor.Upload("a".repeat(length) + ".jpg", "image/jpeg", SomeFile.photo(640, 480)));

        assertThat(answer.status()).isIn(400, 413);
        assertThat(answer.text()).containsAnyOf("We could not read that request", "That file is too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/x-msdownload", "image/svg+xml", "application/pdf", "nonsense"})
    void what_a_file_claims_to_be_is_never_asked(String type) {
        var layla = someone();

        var answer = layla.upload(KIND, Map.of(), "file", new Visitor.Upload("photo", type, SomeFile.photo(640, 480)));

        assertThat(answer.text()).contains("What we keep");
        var picture = layla.get(answer.find("src=\"(" + KIND + "/[^\"]+)\""));
        assertThat(picture.headers().get("content-type")).containsExactly("image/jpeg");
        assertThat(picture.headers().get("x-content-type-options")).containsExactly("nosniff");
    }

    @Test
    void a_web_page_that_claims_to_be_a_photo_is_called_what_it_is() {
        var answer =
                someone().upload(KIND, Map.of(), "file", new Visitor.Upload("a.jpg", "image/jpeg", SomeFile.webPage()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("That file is a web page");
    }

    @Test
    void three_hundred_megabytes_in_pieces_are_not_begun_and_not_taken() {
        var client = new TusClient(someone(), port);
        var address = client.begin(SomeFile.photo(640, 480));

        assertThat(client.begin(300_000_000, "").statusCode()).isEqualTo(413);
        assertThat(client.patch(address, 0, new byte[27_000_000]).statusCode()).isEqualTo(413);
        var chunked = client.send(client.request(address)
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method(
                        "PATCH",
                        BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[27_000_000]))));

        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(client.offset(address))
                .as("no more than the file was said to have")
                .isLessThan(20_000);
    }

    @Test
    void a_file_in_more_bits_than_it_is_worth_ends() {
        var client = new TusClient(someone(), port);
        var address = client.begin(5000, "").headers().firstValue("Location").orElseThrow();
        jdbc.sql("""
                        insert into upload_piece (upload, start, bytes, file)
                        select :id::uuid, -n, 1, gen_random_uuid() from generate_series(1, :most) n
                        """)
                .param("id", address.substring(address.lastIndexOf('/') + 1))
                .param("most", Uploads.MOST_PIECES)
                .update();

        assertThat(client.patch(address, 0, new byte[1]).statusCode()).isEqualTo(410);
    }

    private Visitor someone() {
        var visitor = Visitor.asPerson(port, "hostile-" + UUID.randomUUID() + "@example.org");
        visitor.get("/home");
        visitor.post("/apply/start", Map.of());
        visitor.get(KIND);
        return visitor;
    }
}
