package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.kith.server.identity.intake.HeifConversion;

/// HEIC photos as an iPhone takes them, and the program that reads them, where libheif is installed.
public final class SomeHeic {
    private static final Path CONVERT = Path.of("/usr/bin/heif-convert");
    private static final Path ENCODE = Path.of("/usr/bin/heif-enc");

    private SomeHeic() {}

    /// Skips the test where the programs are missing; `KITH_REQUIRE=heif` makes that a failure.
    static void needed() {
        var required = Arrays.asList(
                        System.getenv().getOrDefault("KITH_REQUIRE", "").split(","))
                .contains("heif");
        if (required) assertThat(CONVERT).as("KITH_REQUIRE asks for heif").exists();
        Assumptions.assumeTrue(
                Files.exists(CONVERT) && Files.exists(ENCODE),
                "SKIPPED: heif-convert is not installed (Debian: libheif-examples)");
    }

    static HeifConversion noConversion() {
        return conversion("", Path.of("unused"), Duration.ofSeconds(1));
    }

    static HeifConversion conversion(String program, Path home, Duration time) {
        try {
            return new HeifConversion(program, home, time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] of(BufferedImage picture, Path folder) {
        try {
            var png = folder.resolve("picture.png");
            var heic = folder.resolve("picture.heic");
            ImageIO.write(picture, "png", png.toFile());
            var process = new ProcessBuilder(ENCODE.toString(), "-q", "80", png.toString(), "-o", heic.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor()).isZero();
            return Files.readAllBytes(heic);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
