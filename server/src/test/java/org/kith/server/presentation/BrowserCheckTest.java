package org.kith.server.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.server.Chromium;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCard;
import org.springframework.beans.factory.annotation.Autowired;

/// The check page in a real browser, which reads the code itself: from its camera and from a picture.
class BrowserCheckTest extends ServerTest {
    @Autowired
    SomeCard someCard;

    @TempDir
    Path folder;

    @Test
    void a_code_held_before_the_camera_is_read_and_answered() throws IOException {
        var film = film(sheet());
        try (var chromium = Chromium.orSkip(
                        "--use-fake-device-for-media-stream",
                        "--use-fake-ui-for-media-stream",
                        "--use-file-for-fake-video-capture=" + film);
                var context = chromium.profile()) {
            var page = checkPage(context);

            page.click("#camera");

            page.waitForSelector("[data-answer]");
            assertThat(page.getAttribute("[data-answer]", "data-answer")).isEqualTo("VALID");
            assertThat(context.cookies()).isEmpty();
        }
    }

    @Test
    void a_picture_of_a_card_is_read_in_the_browser_and_never_sent() throws IOException {
        var picture = new FilePayload("sheet.png", "image/png", png(sheet()));
        try (var chromium = Chromium.orSkip();
                var context = chromium.profile()) {
            var page = checkPage(context);
            var sent = page.waitForRequest(
                    request -> request.method().equals("POST"), () -> page.setInputFiles("#picture", picture));

            page.waitForSelector("[data-answer]");
            assertThat(page.getAttribute("[data-answer]", "data-answer")).isEqualTo("VALID");
            assertThat(sent.headerValue("content-length"))
                    .satisfies(length -> assertThat(Integer.parseInt(length)).isLessThan(4000));
        }
    }

    @Test
    void a_picture_without_a_code_is_told_in_words_and_nothing_is_sent() throws IOException {
        var blank = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        try (var chromium = Chromium.orSkip();
                var context = chromium.profile()) {
            var page = checkPage(context);

            page.setInputFiles("#picture", new FilePayload("wall.png", "image/png", png(blank)));

            page.waitForSelector("#note-no-code:visible");
            assertThat(page.url()).endsWith("/check");
        }
    }

    private Page checkPage(BrowserContext context) {
        context.setDefaultTimeout(20_000);
        var page = context.newPage();
        page.navigate("http://localhost:" + port + "/check");
        return page;
    }

    private BufferedImage sheet() throws IOException {
        var holder = someCard.holder(port, SomeApplicant.layla("camera-" + UUID.randomUUID() + "@example.org"));
        holder.visitor().get("/card");
        try (var document = Loader.loadPDF(holder.visitor().download("/card/print", Map.of()))) {
            return new PDFRenderer(document).renderImageWithDPI(0, 110);
        }
    }

    /// The sheet as Chromium's false camera films it: one frame of YUV4MPEG2, again and again.
    private Path film(BufferedImage sheet) throws IOException {
        var width = sheet.getWidth() / 2 * 2;
        var height = sheet.getHeight() / 2 * 2;
        var bytes = new ByteArrayOutputStream();
        bytes.write("YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420mpeg2\nFRAME\n"
                .formatted(width, height)
                .getBytes(StandardCharsets.US_ASCII));
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) bytes.write(new Color(sheet.getRGB(x, y)).getGreen());
        }
        for (var colour = 0; colour < width * height / 2; colour++) bytes.write(128);
        return Files.write(folder.resolve("sheet.y4m"), bytes.toByteArray());
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
