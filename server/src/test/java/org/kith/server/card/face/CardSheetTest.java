package org.kith.server.card.face;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A printed sheet, read back from its picture the way a checker's phone reads it.
class CardSheetTest {
    private static final Path ZBAR = Path.of("/usr/bin/zbarimg");
    private static final String LONG_NAME =
            "Maximiliana Bartholomea Konstantina Wilhelmina von Hohenlohe Langenburg Schillings";

    @ParameterizedTest
    @CsvSource({
        "Anna Petrova, Анна Петрова",
        "Layla Miran, ليلى ميران",
        "Suharto, ",
        LONG_NAME + ", ",
        "Thi Mai Nguyen, Nguyễn Thị Mai",
        "Noa Levi, נועה לוי"
    })
    void both_codes_on_a_sheet_are_read_back_by_zxing(String latin, @Nullable String own) throws Exception {
        var sheet = new CardSheet(SomeFace.sheet(SomeFace.of(latin, own)));

        var page = picture(sheet, 200);

        assertThat(codes(page)).containsExactly(SomeFace.CODE, SomeFace.CODE);
    }

    @Test
    void both_codes_on_a_sheet_are_read_back_by_zbar(@TempDir Path folder) throws Exception {
        needsZbar();
        var sheet = new CardSheet(SomeFace.sheet(SomeFace.of("Layla Miran", "ليلى ميران")));
        var file = folder.resolve("sheet.png").toFile();
        ImageIO.write(picture(sheet, 200), "png", file);

        var zbar = new ProcessBuilder(ZBAR.toString(), "--quiet", "--raw", file.getPath()).start();
        var read = new String(zbar.getInputStream().readAllBytes(), UTF_8).lines();

        assertThat(read).containsExactly(SomeFace.CODE, SomeFace.CODE);
    }

    @Test
    void a_name_of_eighty_letters_is_printed_whole() throws Exception {
        assertThat(LONG_NAME).hasSizeGreaterThanOrEqualTo(80);
        var sheet = new CardSheet(SomeFace.sheet(SomeFace.of(LONG_NAME, null)));

        var words = List.of(text(sheet).split("\\s+"));

        assertThat(words).containsAll(List.of(LONG_NAME.split(" ")));
    }

    @Test
    void a_single_word_of_eighty_letters_is_broken_and_not_cut() {
        var name = "Abcdefghij".repeat(8);

        var setting = Setting.within(name, Style.TITLE, 452, 2, 38, 32, 27, 23, 20);

        assertThat(String.join("", setting.lines())).isEqualTo(name);
        assertThat(setting.lines())
                .allSatisfy(line -> assertThat(VisualText.width(line, Style.TITLE, setting.size()))
                        .isLessThanOrEqualTo(452));
    }

    @ParameterizedTest
    @CsvSource({
        // Initial, medial and final forms, from right to left on paper.
        "ليلى, FEF0 FEE0 FEF4 FEDF",
        // Lam and alef become one letter.
        "سلام, FEE1 FEFC FEB3",
        // Persian's own letters.
        "چاوش, FEB5 FEED FE8E FB7C",
        // Vowel points are not printed.
        "مُحَمَّد, FEAA FEE4 FEA4 FEE3"
    })
    void arabic_letters_are_joined_and_ordered_for_paper(String name, String expected) {
        var letters = VisualText.of(name, false).codePoints().mapToObj("%04X"::formatted);

        assertThat(letters).containsExactly(expected.split(" "));
    }

    @Test
    void a_latin_name_inside_arabic_keeps_its_own_direction() {
        assertThat(VisualText.of("Layla (1) ميران", true)).startsWith("\uFEE5").endsWith("Layla (1)");
    }

    @Test
    void a_name_in_a_script_we_have_no_font_for_is_known_before_it_is_drawn() {
        assertThat(CardFace.canPrint("Анна")).isTrue();
        assertThat(CardFace.canPrint("Ελένη")).isTrue();
        assertThat(CardFace.canPrint("پروین چاوش")).isTrue();
        assertThat(CardFace.canPrint("李小龙")).isFalse();
        assertThat(CardFace.canPrint("नरेंद्र")).isFalse();
        // Pashto letters that only a font's own rules can join.
        assertThat(CardFace.canPrint("ښایسته")).isFalse();
    }

    @Test
    void letters_no_font_has_leave_the_sheet_standing() throws Exception {
        var sheet = new CardSheet(SomeFace.sheet(SomeFace.of("Li Xiaolong", "李小龙")));

        assertThat(codes(picture(sheet, 200))).contains(SomeFace.CODE);
    }

    @Test
    void the_file_names_nobody_in_its_metadata() throws Exception {
        var sheet = new CardSheet(SomeFace.sheet(SomeFace.of("Layla Miran", null)));

        try (var document = Loader.loadPDF(sheet.pdf())) {
            assertThat(document.getDocumentInformation().getCOSObject().toString())
                    .doesNotContain("Layla");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Compatriot Card");
        }
    }

    @Test
    void the_ornament_does_not_change_with_the_person() {
        var one = new CardFace(SomeFace.of("Anna Petrova", null)).svg("a");
        var other = new CardFace(SomeFace.of("Layla Miran", null)).svg("a");

        assertThat(one.replace("Anna Petrova", "Layla Miran")).isEqualTo(other);
    }

    @Test
    void markup_in_a_name_stays_text() {
        var svg = new CardFace(SomeFace.of("<script>", "\"&")).svg("a");

        assertThat(svg).doesNotContain("<script>").contains("&lt;script&gt;").contains("&quot;&amp;");
    }

    static List<String> codes(BufferedImage picture) throws NotFoundException {
        var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        var found = new QRCodeMultiReader()
                .decodeMultiple(
                        new BinaryBitmap(new HybridBinarizer(source)),
                        Map.of(
                                DecodeHintType.TRY_HARDER,
                                true,
                                DecodeHintType.POSSIBLE_FORMATS,
                                List.of(BarcodeFormat.QR_CODE)));
        return Arrays.stream(found).map(Result::getText).toList();
    }

    static BufferedImage picture(CardSheet sheet, int dotsPerInch) throws IOException {
        try (var document = Loader.loadPDF(sheet.pdf())) {
            return new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch, ImageType.RGB);
        }
    }

    private static String text(CardSheet sheet) throws IOException {
        try (var document = Loader.loadPDF(sheet.pdf())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static void needsZbar() {
        var required = Arrays.asList(
                        System.getenv().getOrDefault("KITH_REQUIRE", "").split(","))
                .contains("zbar");
        if (required) assertThat(ZBAR).as("KITH_REQUIRE asks for zbar").exists();
        Assumptions.assumeTrue(Files.exists(ZBAR), "SKIPPED: zbarimg is not installed (Debian: zbar-tools)");
    }
}
