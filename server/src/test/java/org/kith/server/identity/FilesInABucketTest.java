package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.S3Server;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Papers whose files lie in a bucket, and what people see when it is away; on a machine that cannot convert HEIC.
class FilesInABucketTest extends ServerTest {
    private static final String KIND = TusClient.KIND;

    private static S3Server s3;

    @Autowired
    private SealedFiles files;

    @Autowired
    private SweepFiles sweep;

    @DynamicPropertySource
    static void bucket(DynamicPropertyRegistry registry) throws Exception {
        var folder = Files.createTempDirectory("kith-s3");
        s3 = S3Server.orSkip(folder);
        var secret = Files.writeString(folder.resolve("secret"), S3Server.SECRET + "\n");
        registry.add("kith.files.bucket", () -> S3Server.BUCKET);
        registry.add("kith.files.endpoint", () -> s3.endpoint().toString());
        registry.add("kith.files.key-id", () -> S3Server.KEY_ID);
        registry.add("kith.files.secret-file", secret::toString);
        registry.add("kith.heif-convert", () -> "");
    }

    @BeforeEach
    void it_is_there() throws Exception {
        s3.start();
    }

    @AfterAll
    static void close() throws Exception {
        if (s3 != null) s3.close();
    }

    @Test
    void a_paper_lies_sealed_in_the_bucket_and_is_shown_from_there() throws IOException {
        var layla = someone();

        var sent = send(layla, SomeFile.photo(800, 600));

        assertThat(sent.text()).contains("What we keep");
        assertThat(layla.get(sent.find("src=\"(" + KIND + "/[^\"]+)\"")).status())
                .isEqualTo(200);
        try (var objects = Files.list(s3.objects())) {
            assertThat(objects.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(object ->
                            assertThat(FileKind.of(Files.readAllBytes(object))).isEqualTo(FileKind.OTHER));
        }
    }

    /// As a telephone does that keeps its photos as HEIC.
    @Test
    void where_heic_cannot_be_converted_the_browser_is_asked_to_do_it() {
        var form = someone().get(KIND);

        assertThat(form.find("accept=\"([^\"]+)\"")).isEqualTo("image/jpeg,image/png,application/pdf");
        assertThat(send(someone(), SomeFile.heic()).text()).contains("HEIC");
    }

    @Test
    void with_the_bucket_away_the_person_is_told_and_nothing_is_half_kept() throws Exception {
        var layla = someone();
        layla.get(KIND);
        var before = AllFiles.of(files);
        s3.stop();

        var refused = send(layla, SomeFile.pdf(3));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text()).contains("We could not take that file", "Try again in a few minutes");
        s3.start();
        assertThat(layla.get(KIND).text()).doesNotContain("What we keep");
        assertThat(AllFiles.of(files)).isEqualTo(before);
        assertThat(send(layla, SomeFile.pdf(3)).text()).contains("What we keep");
    }

    @Test
    void with_the_bucket_away_a_picture_is_not_shown_and_that_is_said() throws Exception {
        var layla = someone();
        var picture = send(layla, SomeFile.photo(800, 601)).find("src=\"(" + KIND + "/[^\"]+)\"");
        s3.stop();

        var away = layla.get(picture);

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.text()).contains("Files cannot be reached", "Nothing of yours is lost");
        s3.start();
        assertThat(layla.get(picture).status()).isEqualTo(200);
    }

    @Test
    void a_file_in_pieces_waits_for_the_bucket_to_come_back() throws Exception {
        var layla = someone();
        var client = new TusClient(layla, port);
        var photo = SomeFile.noise(3, 900, 700);
        var address = client.begin(photo);
        client.patch(address, photo, 0, 300_000);
        s3.stop();

        var away = client.patch(address, photo, 300_000, 320_000);

        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
        assertThat(away.body()).contains("Try again in a few minutes");
        assertThat(client.offset(address)).isEqualTo(300_000);
        s3.start();
        assertThat(client.finish(address, photo).statusCode()).isEqualTo(204);
        assertThat(layla.get(KIND).text()).contains("What we keep");
    }

    @Test
    void a_paper_taken_back_while_the_bucket_is_away_is_swept_later() throws Exception {
        var layla = someone();
        var sent = send(layla, SomeFile.photo(800, 602));
        var before = AllFiles.of(files);
        s3.stop();

        layla.post(sent.find("action=\"(" + KIND + "/[^\"]+/remove)\""), Map.of());

        assertThat(layla.get(KIND).text()).doesNotContain("What we keep");
        s3.start();
        assertThat(AllFiles.of(files)).isEqualTo(before);
        for (var look = 0; look < 2; look++)
            for (var drawer = 0; drawer < SealedFiles.DRAWERS; drawer++) sweep.sweep(drawer);
        assertThat(before).containsAll(AllFiles.of(files));
        assertThat(AllFiles.of(files)).hasSizeLessThan(before.size());
    }

    private Visitor someone() {
        var visitor = Visitor.asPerson(port, "bucket-" + UUID.randomUUID() + "@example.org");
        visitor.get("/home");
        visitor.post("/apply/start", Map.of());
        visitor.get(KIND);
        return visitor;
    }

    private static Visitor.Answer send(Visitor visitor, byte[] file) {
        return visitor.upload(KIND, Map.of(), "file", new Visitor.Upload("scan.jpg", "image/jpeg", file));
    }
}
