package org.kith.server.identity.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.server.identity.FileKind;
import org.kith.server.identity.HostileFile;
import org.kith.server.identity.Intake;
import org.kith.server.identity.SomeFile;

/// Whatever is sent: pages are drawn, or there is a reason why not. Nothing else is thrown.
///
/// `bin/test` runs the files below, `bin/fuzz server IntakeFuzzTest` searches for more.
class IntakeFuzzTest {
    private static final String LONG = "2m";

    static Stream<byte[]> pictures() {
        return Stream.of(
                SomeFile.photo(240, 200),
                SomeFile.png(240, 200),
                SomeFile.photoHeld(6, 240, 200),
                SomeFile.pngClaiming(3000, 2000),
                HostileFile.photoWithPlace(),
                HostileFile.jpegClaiming(5000),
                HostileFile.cut(SomeFile.png(240, 200), 60));
    }

    static Stream<byte[]> documents() {
        return Stream.of(
                SomeFile.pdf(1),
                SomeFile.lockedPdf(),
                SomeFile.pdfWithAPictureWeCannotRead(),
                HostileFile.pdfOfPages(3),
                HostileFile.pdfOfEndlessPages(),
                HostileFile.pdfWithScriptAndFile(),
                HostileFile.pdfLockedForChanges());
    }

    static Stream<byte[]> answers() {
        return Stream.of(written(SomeFile.photo(240, 200)), written(SomeFile.webPage()));
    }

    @MethodSource("pictures")
    @FuzzTest(maxDuration = LONG)
    void a_picture(byte[] file) {
        drawn(file);
    }

    @MethodSource("documents")
    @FuzzTest(maxDuration = LONG)
    void a_document(byte[] file) {
        drawn(file);
    }

    /// The process that draws may have been taken over by the file it drew.
    @MethodSource("answers")
    @FuzzTest(maxDuration = LONG)
    void an_answer_of_the_drawing_process(byte[] answer) {
        try {
            assertThat(Drawing.read(new DataInputStream(new ByteArrayInputStream(answer))))
                    .isNotNull();
        } catch (IOException _) {
            // It is not taken for an answer.
        }
    }

    private static void drawn(byte[] file) {
        var kind = FileKind.of(Arrays.copyOf(file, Math.min(file.length, FileKind.HEAD)));
        try {
            if (Drawing.draw(file, kind, Purpose.PAPER, true) instanceof Intake.Accepted(var pages)) {
                assertThat(pages).hasSizeBetween(1, Limits.PAGES).allSatisfy(page -> {
                    assertThat(FileKind.of(page.jpeg())).isEqualTo(FileKind.JPEG);
                    assertThat(Math.max(page.width(), page.height())).isLessThanOrEqualTo(Limits.EDGE_KEPT + 1);
                });
            }
        } catch (OutOfMemoryError _) {
            // In its own process this is "too heavy".
        }
    }

    private static byte[] written(byte[] file) {
        var out = new ByteArrayOutputStream();
        try {
            Drawing.write(Drawing.draw(file, FileKind.of(file), Purpose.PAPER, true), out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
