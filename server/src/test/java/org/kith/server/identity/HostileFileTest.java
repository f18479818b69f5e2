package org.kith.server.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.server.identity.intake.OpenCv;
import org.kith.server.identity.intake.Redrawing;
import org.kith.server.identity.scan.VirusScan;

/// Every file made to do harm is refused with a sentence that helps, or what we keep of it is a harmless picture.
class HostileFileTest {
    private static final Properties SENTENCES = sentences();

    private final Redrawing redrawing =
            new Redrawing(SomeHeic.noConversion(), Duration.ofSeconds(20), VirusScan.none(), OpenCv.none());

    @SuppressWarnings("ImmutableEnumChecker") // files are made when they are asked for
    enum Refused {
        EMPTY(() -> new byte[0], "That file is empty"),
        PNG_CLAIMING_A_GIANT(() -> SomeFile.pngClaiming(19_999, 19_999), "more pixels than we can draw"),
        PNG_CLAIMING_A_LINE(() -> SomeFile.pngClaiming(Integer.MAX_VALUE, 1), "more pixels than we can draw"),
        JPEG_CLAIMING_A_GIANT(() -> HostileFile.jpegClaiming(60_000), "more pixels than we can draw"),
        PDF_OF_10_000_PAGES(() -> HostileFile.pdfOfPages(10_000), "more than 20 pages"),
        PDF_THAT_LIES_ABOUT_ITS_PAGES(HostileFile::pdfThatLiesAboutItsPages, "more than 20 pages"),
        PDF_OF_ENDLESS_PAGES(HostileFile::pdfOfEndlessPages, "That file is damaged"),
        PDF_WITH_A_PACKED_PICTURE(SomeFile::bombPdf, "more work than a paper needs"),
        PDF_WITH_PACKED_OBJECTS(HostileFile::pdfWithPackedObjects, "That file is damaged|more work than a paper needs"),
        PDF_OF_LISTS_IN_LISTS(HostileFile::deepPdf, "That file is damaged|more work than a paper needs"),
        PDF_WITH_A_PASSWORD(SomeFile::lockedPdf, "locked with a password"),
        GIF_THAT_IS_A_JAVA_ARCHIVE(HostileFile::gifar, "in a format we cannot read"),
        DRAWING_WITH_A_SCRIPT(HostileFile::drawingWithScript, "That file is a web page"),
        WEB_PAGE_THAT_IS_A_PDF(HostileFile::webPageAndPdf, "That file is a web page"),
        HEIC_WITH_WRONG_BOXES(HostileFile::brokenHeic, "HEIC|That file is damaged"),
        HALF_A_PHOTO(() -> HostileFile.cut(SomeFile.noise(1, 900, 700), 50), "That file is damaged"),
        MOST_OF_A_PHOTO(() -> HostileFile.cut(SomeFile.noise(2, 900, 700), 97), "That file is damaged"),
        HALF_A_PNG(() -> HostileFile.cut(SomeFile.png(900, 700), 50), "That file is damaged"),
        HALF_A_PDF(() -> HostileFile.cut(SomeFile.pdf(2), 40), "That file is damaged|cannot be drawn by us");

        private final Supplier<byte[]> file;
        private final String sentence;

        Refused(Supplier<byte[]> file, String sentence) {
            this.file = file;
            this.sentence = sentence;
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // files are made when they are asked for
    enum MadeSafe {
        WEB_PAGE_IN_A_PHOTO(HostileFile::webPageInAPhoto),
        PHOTO_THAT_IS_AN_ARCHIVE(HostileFile::photoAndArchive),
        PDF_THAT_IS_AN_ARCHIVE(HostileFile::pdfAndArchive),
        PDF_WITH_A_SCRIPT_AND_A_FILE(HostileFile::pdfWithScriptAndFile),
        PDF_LOCKED_FOR_CHANGES(HostileFile::pdfLockedForChanges),
        PNG_OF_A_HUNDRED_MILLION_POINTS(HostileFile::blackPng),
        PNG_WITH_A_PACKED_TEXT(HostileFile::pngWithPackedText),
        PNG_WITH_A_PACKED_PROFILE(HostileFile::pngWithPackedProfile),
        PHOTO_WITH_A_PLACE(HostileFile::photoWithPlace);

        private final Supplier<byte[]> file;

        MadeSafe(Supplier<byte[]> file) {
            this.file = file;
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_refused_with_a_sentence_that_helps(Refused each) {
        var intake = redraw(each.file.get());

        assertThat(intake).isInstanceOf(Intake.Refused.class);
        assertThat(SENTENCES.getProperty(((Intake.Refused) intake).textKey())).containsPattern(each.sentence);
        assertThat(drawing()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void is_kept_as_a_harmless_picture(MadeSafe each) {
        var intake = redraw(each.file.get());

        assertThat(intake).isInstanceOf(Intake.Accepted.class);
        for (var page : ((Intake.Accepted) intake).pages()) {
            var kept = new String(page.jpeg(), ISO_8859_1);
            assertThat(FileKind.of(page.jpeg())).isEqualTo(FileKind.JPEG);
            assertThat(Math.max(page.width(), page.height())).isLessThanOrEqualTo(3000);
            assertThat(kept)
                    .doesNotContain(HostileFile.MARK, "Exif", "PK\3\4", "<html", "%PDF")
                    .doesNotContain(new String(HostileFile.place(), ISO_8859_1));
            assertThat(kept).endsWith("\377\331");
        }
    }

    @Test
    void pages_that_would_fill_our_memory_as_pictures_are_too_heavy() {
        var patient = new Redrawing(SomeHeic.noConversion(), Duration.ofMinutes(3), VirusScan.none(), OpenCv.none());

        assertThat(patient.redraw(new ByteArrayInputStream(HostileFile.pdfOfNoise())))
                .isEqualTo(new Intake.TooHeavy());
    }

    @Test
    void the_place_is_in_the_photo_before_it_is_drawn() {
        assertThat(new String(HostileFile.photoWithPlace(), ISO_8859_1))
                .contains("Exif", new String(HostileFile.place(), ISO_8859_1));
    }

    private Intake redraw(byte[] file) {
        assertThat(file).as("made to be small").hasSizeLessThan(2_500_000);
        return redrawing.redraw(new ByteArrayInputStream(file));
    }

    /// No process that draws is left behind.
    private static long drawing() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(".intake.Drawing"))
                .count();
    }

    private static Properties sentences() {
        var sentences = new Properties();
        try (var in = HostileFileTest.class.getResourceAsStream("/texts/identity.en.properties")) {
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return sentences;
    }
}
