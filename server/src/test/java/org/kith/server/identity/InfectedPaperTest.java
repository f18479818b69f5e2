package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ClamavServer;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Papers with a real virus scanner before them.
class InfectedPaperTest extends ServerTest {
    private static final String KIND = TusClient.KIND;

    private static ClamavServer clamav;

    @Autowired
    private SealedFiles files;

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry registry) throws Exception {
        clamav = ClamavServer.orSkip(Files.createTempDirectory("clam"));
        registry.add("kith.clamav.address", clamav::socket);
    }

    @BeforeEach
    void it_is_there() throws Exception {
        clamav.start();
    }

    @AfterAll
    static void close() {
        if (clamav != null) clamav.close();
    }

    @Test
    void a_clean_photo_is_taken() {
        assertThat(send(someone("en"), SomeFile.photo(800, 600)).text()).contains("What we keep");
    }

    @Test
    void a_photo_with_a_virus_is_not_taken_and_the_person_is_told() {
        var layla = someone("en");
        var before = AllFiles.of(files);

        var answer = send(layla, SomeFile.photoWithComment(ClamavServer.MARK));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("The virus scanner found something harmful in that file");
        assertThat(AllFiles.of(files)).isEqualTo(before);
    }

    @Test
    void without_the_scanner_nothing_is_taken_and_nothing_is_lost() throws Exception {
        var layla = someone("ru");
        clamav.stop();

        var answer = send(layla, SomeFile.photo(800, 600));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).contains("Сейчас файлы нельзя проверить на вирусы");
        clamav.start();
        assertThat(send(layla, SomeFile.photo(800, 600)).text()).contains("Что мы храним");
    }

    @Test
    void a_file_that_came_in_pieces_waits_for_the_scanner() throws Exception {
        var layla = someone("en");
        var client = new TusClient(layla, port);
        var photo = SomeFile.noise(5, 900, 700);
        var address = client.begin(photo);
        clamav.stop();

        var away = client.finish(address, photo);

        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("Files cannot be checked for viruses just now");
        assertThat(client.offset(address)).isEqualTo(photo.length);
        clamav.start();
        assertThat(client.patch(address, photo.length, new byte[0]).statusCode())
                .isEqualTo(204);
        assertThat(layla.get(KIND).text()).contains("What we keep");
    }

    @Test
    void a_file_the_scanner_finds_too_large_is_not_taken() {
        assertThat(send(someone("en"), padded(SomeFile.photo(800, 600), 12_000_000))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void a_virus_in_pieces_is_told_on_the_page() {
        var layla = someone("en");
        var client = new TusClient(layla, port);
        var file = SomeFile.photoWithComment(ClamavServer.MARK);
        var address = client.begin(file);
        client.patch(address, file, 0, file.length / 2);

        client.finish(address, file);

        assertThat(layla.get(KIND + "?upload=" + address.substring(address.lastIndexOf('/') + 1))
                        .text())
                .contains("The virus scanner found something harmful");
    }

    private Visitor someone(String language) {
        var visitor = Visitor.asPerson(port, "clam-" + UUID.randomUUID() + "@example.org")
                .reading(language);
        visitor.get("/home");
        visitor.post("/apply/start", Map.of());
        visitor.get(KIND);
        return visitor;
    }

    private static byte[] padded(byte[] file, int length) {
        return java.util.Arrays.copyOf(file, length);
    }

    private static Visitor.Answer send(Visitor visitor, byte[] file) {
        return visitor.upload(KIND, Map.of(), "file", new Visitor.Upload("scan.jpg", "image/jpeg", file));
    }
}
