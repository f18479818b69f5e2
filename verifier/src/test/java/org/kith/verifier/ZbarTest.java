package org.kith.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one library writes another must read: zbar, which phones' scanners and Debian's `zbarimg` use.
class ZbarTest {
    private final SomeIssuer issuer = SomeIssuer.at("https://kith.example");

    @BeforeEach
    void needs_zbarimg() {
        var present = onPath();
        if (!present
                && List.of(System.getenv().getOrDefault("KITH_REQUIRE", "").split(",", -1))
                        .contains("zbar")) {
            fail("KITH_REQUIRE names zbar, and zbarimg is not installed (Debian: zbar-tools)");
        }
        assumeTrue(present, "skipped: zbarimg is not installed (Debian: zbar-tools)");
    }

    @Test
    void zbar_reads_the_same_letters_from_a_picture(@TempDir Path folder) throws Exception {
        var code = issuer.code(1);
        var picture = Files.write(folder.resolve("card.png"), Drawn.png(Drawn.picture(code, 600)));

        assertThat(zbar(picture)).isEqualTo(code);
    }

    @Test
    void zbar_reads_the_same_letters_from_a_printed_page_and_kith_verifies_them(@TempDir Path folder) throws Exception {
        var code = issuer.code(1);
        var page = Files.write(folder.resolve("page.png"), page(Drawn.pdf(50, code)));
        var shell = new CommandLineOf(folder);
        var trust = shell.file("trust.json", issuer.trustFile().write());
        var list = shell.file("list.jwt", issuer.list(SomeIssuer.LISTED));

        var read = zbar(page);

        assertThat(read).isEqualTo(code);
        assertThat(shell.reading(read + "\n").kith("verify", "--trust", trust, "--status-list", list, "-"))
                .isZero();
    }

    private static byte[] page(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return Drawn.png(new PDFRenderer(document).renderImageWithDPI(0, 200, ImageType.RGB));
        }
    }

    private static String zbar(Path picture) throws Exception {
        var process = new ProcessBuilder("zbarimg", "--quiet", "--raw", picture.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var read = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return read.replaceFirst("\\n$", "");
    }

    private static boolean onPath() {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, "zbarimg"))) return true;
        }
        return false;
    }
}
