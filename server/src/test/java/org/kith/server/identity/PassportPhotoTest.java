package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.kith.credential.mrz.Mrz;
import org.kith.credential.mrz.MrzDate;
import org.kith.credential.mrz.MrzFormat;
import org.kith.credential.mrz.Sex;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class PassportPhotoTest extends ServerTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Path FONT = Path.of("/usr/share/fonts/opentype/ocr-b/OCRBS.otf");
    private static final String QUESTION = "/apply/questions/passport";
    private static final String PHOTO = "/apply/passport/passport";
    private static final List<String> LINES = new Mrz(
                    MrzFormat.TD3,
                    "P",
                    "UTO",
                    "L898902C3",
                    "ERIKSSON",
                    "ANNA MARIA",
                    "UTO",
                    new MrzDate(1974, 8, 12),
                    Sex.FEMALE,
                    new MrzDate(2032, 4, 15),
                    "ZE184226B",
                    "")
            .lines();

    @Autowired
    private SealedFiles files;

    @Test
    void the_lines_are_read_from_a_photo_shown_and_filled_in_and_nothing_is_saved_before() throws Exception {
        var visitor = someone();
        var before = kept();
        assertThat(visitor.get(QUESTION).body()).contains("href=\"" + PHOTO + "\"");
        assertThat(visitor.get(PHOTO).text()).contains("The photo is not kept");

        var read = send(visitor, page(LINES, 2));

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text()).contains("This is what we read", "ERIKSSON", "ANNA MARIA", "L898902C3");
        assertThat(visitor.get(QUESTION).body()).doesNotContain("ERIKSSON");
        var lines = read.find("name=\"passport.mrz\" value=\"([^\"]+)\"")
                .replace("&lt;", "<")
                .replace("&#10;", "\n");
        var filled = visitor.post(QUESTION, Map.of("passport.mrz", lines, "fill", "yes"));
        assertThat(filled.text()).contains("We filled the fields below from the lines");
        assertThat(filled.body()).contains("value=\"ERIKSSON\"", "value=\"L898902C3\"");
        assertThat(visitor.get(QUESTION).body()).doesNotContain("ERIKSSON");
        assertThat(kept()).as("nothing of the photo is kept").isEqualTo(before);
    }

    @Test
    void a_zone_that_does_not_add_up_is_for_the_person_to_type() throws Exception {
        var wrong = LINES.get(1).replace("L898902C36", "L898902C37");

        var answer = send(someone(), page(List.of(LINES.getFirst(), wrong), 0));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("cannot read them for sure", "Type the lines instead")
                .doesNotContain("ERIKSSON");
    }

    @Test
    void a_photo_of_something_else_has_no_lines() {
        var answer = send(someone(), SomeFile.photo(900, 600));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("We found no lines");
    }

    @Test
    void what_is_no_picture_is_called_what_it_is() {
        assertThat(send(someone(), SomeFile.webPage()).text()).contains("That file is a web page");
        assertThat(send(someone(), new byte[0]).text()).contains("That file is empty");
        assertThat(send(someone(), Arrays.copyOf(SomeFile.photo(900, 600), 300)).text())
                .contains("damaged");
        assertThat(send(someone(), SomeFile.pngClaiming(19_999, 19_999)).text())
                .contains("more pixels than we can draw");
    }

    @Test
    void a_page_without_a_passport_question_takes_no_photo() {
        var visitor = someone();

        assertThat(visitor.get("/apply/passport/name").status()).isEqualTo(404);
        assertThat(visitor.get("/apply/passport/nothing").status()).isEqualTo(404);
        assertThat(Visitor.at(port).get(PHOTO).path()).startsWith("/sign-in");
    }

    private Set<UUID> kept() {
        return IntStream.range(0, SealedFiles.DRAWERS)
                .mapToObj(files::in)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private Visitor someone() {
        var visitor = Visitor.asPerson(port, "passport-photo" + NEXT.incrementAndGet() + "@example.org");
        visitor.get("/home");
        visitor.post("/apply/start", Map.of());
        visitor.get(PHOTO);
        return visitor;
    }

    private static Visitor.Answer send(Visitor visitor, byte[] file) {
        return visitor.upload(PHOTO, Map.of(), "file", new Visitor.Upload("photo.jpg", "image/jpeg", file));
    }

    /// The foot of a page, printed in OCR-B.
    private static byte[] page(List<String> lines, double askew) throws IOException, FontFormatException {
        var required = Arrays.asList(
                        System.getenv().getOrDefault("KITH_REQUIRE", "").split(","))
                .contains("ocr-b");
        if (required) assertThat(FONT).as("KITH_REQUIRE asks for ocr-b").exists();
        Assumptions.assumeTrue(Files.exists(FONT), "SKIPPED: no OCR-B font is installed (Debian: fonts-ocr-b)");

        var picture = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(110, 85, 60));
        graphics.fillRect(0, 0, 1600, 1200);
        graphics.rotate(Math.toRadians(askew), 800, 600);
        graphics.setColor(new Color(226, 230, 222));
        graphics.fillRect(100, 100, 1400, 980);
        graphics.setColor(new Color(30, 30, 34));
        var font = Font.createFont(Font.TRUETYPE_FONT, FONT.toFile()).deriveFont(100f);
        for (var line = 0; line < lines.size(); line++) {
            for (var i = 0; i < lines.get(line).length(); i++) {
                var letter = font.createGlyphVector(
                        new FontRenderContext(null, true, true), lines.get(line).substring(i, i + 1));
                var size = 29 / letter.getGlyphMetrics(0).getAdvance();
                var place = AffineTransform.getTranslateInstance(160 + i * 29, 940 + line * 72);
                place.scale(size, size);
                graphics.fill(place.createTransformedShape(letter.getOutline()));
            }
        }
        graphics.dispose();
        return SomeFile.encoded(picture, "jpg");
    }
}
