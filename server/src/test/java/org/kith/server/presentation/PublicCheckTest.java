package org.kith.server.presentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.credential.check.CheckAnswer;
import org.kith.credential.check.CheckReason;
import org.kith.credential.qr.CardQr;
import org.kith.credential.signing.Signer;
import org.kith.credential.status.Status;
import org.kith.credential.status.StatusReference;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.kith.server.Visitor.Upload;
import org.kith.server.keys.Purpose;
import org.kith.server.keys.Signing;
import org.kith.server.site.BaseUrl;
import org.kith.server.status.StatusPositions;
import org.kith.server.status.StatusPublisher;
import org.springframework.beans.factory.annotation.Autowired;

/// Anyone checks a card on the open page.
class PublicCheckTest extends ServerTest {
    @Autowired
    Signing signing;

    @Autowired
    StatusPositions positions;

    @Autowired
    StatusPublisher publisher;

    @Autowired
    PublicCheck check;

    @Autowired
    BaseUrl base;

    @Autowired
    Clock clock;

    StatusReference position;

    @BeforeEach
    void a_position_in_a_published_list() {
        position = positions.reserve();
        publisher.publishDue();
    }

    @Test
    void a_card_that_stands_is_valid_and_shows_whose_it_is() {
        var answer = Visitor.at(port).post("/check", Map.of("text", card()));

        assertThat(answer.text())
                .contains("This card is valid", "Layla Miran", "ليلى ميران", "1991", "Checked against the status list");
    }

    @Test
    void a_suspended_card_says_so_and_nothing_of_its_holders_conduct() {
        positions.set(position, Status.SUSPENDED);
        publisher.publishDue();

        var answer = Visitor.at(port).post("/check", Map.of("text", card()));

        assertThat(answer.text()).contains("This card is suspended", "nothing about the holder’s conduct");
    }

    @Test
    void a_revoked_card_says_so() {
        positions.set(position, Status.INVALID);
        publisher.publishDue();

        assertThat(Visitor.at(port).post("/check", Map.of("text", card())).text())
                .contains("This card is revoked");
    }

    @Test
    void a_code_that_has_run_out_is_expired() {
        var now = clock.instant();
        var text = signed(card(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1))), signer());

        assertThat(check.check(text).reason()).isIn(CheckReason.ENDED, CheckReason.KEY_OUT_OF_TIME);
    }

    @Test
    void a_forged_card_is_not_genuine_and_shows_no_name() {
        var answer = Visitor.at(port)
                .post(
                        "/check",
                        Map.of(
                                "text",
                                signed(
                                        card(clock.instant(), clock.instant().plus(Duration.ofDays(1))),
                                        new Forger(signer()))));

        assertThat(answer.text()).contains("This card is not genuine").doesNotContain("Layla");
    }

    @Test
    void a_card_of_another_issuer_is_unknown_and_never_invalid() {
        var card = card(clock.instant(), clock.instant().plus(Duration.ofDays(1)));
        var elsewhere = new CardQr(
                "https://cards.example",
                card.fullName(),
                null,
                1991,
                card.issuedAt(),
                card.expiresAt(),
                new StatusReference("https://cards.example/status/1", 5));

        var answer = Visitor.at(port)
                .post("/check", Map.of("text", elsewhere.sign(signer()).text()));

        assertThat(answer.text()).contains("We cannot tell", "names another issuer", "nor as invalid");
    }

    @Test
    void a_text_that_is_no_code_is_unknown() {
        assertThat(check.check("https://example.org").answer()).isEqualTo(CheckAnswer.UNKNOWN);
        assertThat(check.check("6BF" + "A".repeat(100_000)).answer()).isEqualTo(CheckAnswer.UNKNOWN);
        assertThat(Visitor.at(port).post("/check", Map.of("text", "\u0000<b>")).text())
                .contains("We cannot tell");
    }

    @Test
    void a_list_that_was_never_published_is_no_reason_to_call_a_card_valid() {
        var nowhere = new StatusReference(base.link("/status/999999"), 5);
        var now = clock.instant();
        var text = signed(
                new CardQr(base.link(""), "Layla Miran", null, 1991, now, now.plus(Duration.ofDays(1)), nowhere),
                signer());

        assertThat(check.check(text).reason()).isEqualTo(CheckReason.NO_LIST);
    }

    @Test
    void a_photo_is_read_when_there_is_no_script() throws Exception {
        var photo = new Upload("photo.png", "image/png", picture(card(), 900));

        var answer = Visitor.at(port).upload("/check", Map.of(), "picture", photo);

        assertThat(answer.text()).contains("This card is valid");
    }

    @Test
    void what_is_no_picture_is_said_beside_the_field() throws Exception {
        var page = new Upload("page.jpg", "image/jpeg", "<html>not a picture</html>".getBytes(UTF_8));
        var empty = new Upload("wall.png", "image/png", png(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB)));

        assertThat(Visitor.at(port).upload("/check", Map.of(), "picture", page).text())
                .contains("This file is no JPEG or PNG picture");
        assertThat(Visitor.at(port).upload("/check", Map.of(), "picture", empty).text())
                .contains("There is no code in this picture");
        assertThat(Visitor.at(port).post("/check", Map.of()).text()).contains("Choose a picture of the code");
    }

    @Test
    void a_picture_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked() throws Exception {
        var bomb = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        var bytes = png(bomb);
        // Width and height of the header chunk: 60,000 by 60,000.
        for (var at : new int[] {16, 20}) {
            bytes[at + 2] = (byte) 0xea;
            bytes[at + 3] = 0x60;
        }

        assertThat(check.read(bytes)).isInstanceOfAny(PictureReading.TooLarge.class, PictureReading.NotAPicture.class);
    }

    @Test
    void a_picture_of_more_than_twelve_megabytes_is_not_even_read() throws Exception {
        var large = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/check"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofByteArray(new byte[13 * 1024 * 1024]))
                .build();

        var answer = HttpClient.newHttpClient().send(large, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("That file is too large");
    }

    @Test
    void a_check_leaves_neither_cookie_nor_session_behind() {
        var before = jdbc.sql("select count(*) from spring_session")
                .query(Long.class)
                .single();
        var visitor = Visitor.at(port);

        visitor.get("/check");
        visitor.post("/check", Map.of("text", card()));

        assertThat(visitor.cookies()).isEmpty();
        assertThat(jdbc.sql("select count(*) from spring_session")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void whoever_checks_reads_it_in_their_own_language() {
        assertThat(Visitor.at(port)
                        .reading("ar")
                        .post("/check", Map.of("text", card()))
                        .text())
                .contains("هذه البطاقة سارية");
        assertThat(Visitor.at(port)
                        .reading("ru")
                        .post("/check", Map.of("text", card()))
                        .text())
                .contains("Эта карта действительна");
    }

    private CardQr card(Instant from, Instant until) {
        return new CardQr(base.link(""), "Layla Miran", "ليلى ميران", 1991, from, until, position);
    }

    private String card() {
        var now = clock.instant();
        return signed(card(now, now.plus(Duration.ofDays(1))), signer());
    }

    private Signer signer() {
        return signing.signer(Purpose.CARD);
    }

    private String signed(CardQr card, Signer signer) {
        return card.sign(signer).text();
    }

    /// Signs in the name of a key it does not have.
    private record Forger(Signer real) implements Signer {
        @Override
        public String keyId() {
            return real.keyId();
        }

        @Override
        public byte[] sign(byte[] message) {
            return real.sign("something else".getBytes(UTF_8));
        }
    }

    private static byte[] picture(String text, int side) throws Exception {
        var code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, side, side);
        var picture = new BufferedImage(side + 300, side + 200, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        for (var y = 0; y < side; y++) {
            for (var x = 0; x < side; x++) picture.setRGB(x + 150, y + 100, code.get(x, y) ? 0x102030 : 0xfdfdf0);
        }
        return png(picture);
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
