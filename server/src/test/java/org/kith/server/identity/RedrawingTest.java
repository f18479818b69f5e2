package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.server.identity.intake.OpenCv;
import org.kith.server.identity.intake.Redrawing;
import org.kith.server.identity.quality.Grey;
import org.kith.server.identity.quality.Quality;
import org.kith.server.identity.quality.Skew;
import org.kith.server.identity.quality.SomePage;
import org.kith.server.identity.scan.VirusScan;

class RedrawingTest {
    private final Redrawing redrawing =
            new Redrawing(SomeHeic.noConversion(), Duration.ofSeconds(30), VirusScan.none(), OpenCv.none());

    @Test
    void a_photo_is_kept_as_one_page() throws IOException {
        var page = onlyPage(SomeFile.photo(1600, 1200));

        assertThat(page.width()).isEqualTo(1600);
        assertThat(page.height()).isEqualTo(1200);
        assertThat(image(page).getWidth()).isEqualTo(1600);
    }

    @Test
    void what_may_make_a_page_hard_to_read_comes_along() {
        assertThat(onlyPage(SomeFile.photo(400, 300)).hints()).contains(PictureHint.SMALL);
        assertThat(onlyPage(SomeFile.photo(1600, 1200)).hints()).doesNotContain(PictureHint.SMALL);
    }

    @Test
    void a_large_photo_is_made_smaller() throws IOException {
        var page = onlyPage(SomeFile.photo(8000, 4000));

        assertThat(page.width()).isEqualTo(3000);
        assertThat(page.height()).isEqualTo(1500);
        assertThat(isRed(image(page), 100, 100)).isTrue();
        assertThat(isRed(image(page), 2900, 1400)).isFalse();
    }

    @Test
    void nothing_the_camera_wrote_beside_the_picture_is_kept() {
        var held = SomeFile.photoHeld(1, 400, 300);
        assertThat(new String(held, StandardCharsets.ISO_8859_1)).contains(SomeFile.SECRET_PLACE);

        var kept = new String(onlyPage(held).jpeg(), StandardCharsets.ISO_8859_1);

        assertThat(kept).doesNotContain(SomeFile.SECRET_PLACE).doesNotContain("Exif");
    }

    /// Where the red corner of the stored picture is when the person looks at it upright (Exif 2.32 §4.6.4).
    @ParameterizedTest
    @CsvSource({
        "1,400,300,left,top",
        "2,400,300,right,top",
        "3,400,300,right,bottom",
        "4,400,300,left,bottom",
        "5,300,400,left,top",
        "6,300,400,right,top",
        "7,300,400,right,bottom",
        "8,300,400,left,bottom"
    })
    void a_photo_taken_sideways_stands_upright(int held, int width, int height, String side, String edge)
            throws IOException {
        var page = onlyPage(SomeFile.photoHeld(held, 400, 300));

        assertThat(page.width()).isEqualTo(width);
        assertThat(page.height()).isEqualTo(height);
        for (var x : new String[] {"left", "right"}) {
            for (var y : new String[] {"top", "bottom"}) {
                var red = isRed(image(page), x.equals("left") ? 30 : width - 30, y.equals("top") ? 30 : height - 30);
                assertThat(red).as(x + " " + y).isEqualTo(x.equals(side) && y.equals(edge));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,2.5", "1,-3", "6,2.5", "8,-2"})
    void a_page_photographed_askew_is_straightened(int held, double degrees) throws IOException {
        var askew = SomePage.onATable().turned(degrees).drawn();
        var stored = held == 1 ? askew : quarters(askew, held == 6 ? 3 : 1);

        var page = onlyPage(SomeFile.held(held, SomeFile.encoded(stored, "jpg")));

        assertThat(Skew.of(Grey.of(image(page), Quality.EDGE))).isZero();
        assertThat(Skew.of(Grey.of(askew, Quality.EDGE))).isNotZero();
        assertThat(page.height()).as("nothing of it is cut away").isGreaterThan(askew.getHeight());
        assertThat(page.hints()).isEmpty();
    }

    @Test
    void a_straight_page_keeps_its_size_and_its_colours() throws IOException {
        var page = onlyPage(SomeFile.encoded(SomePage.onATable().drawn(), "jpg"));

        var table = new Color(image(page).getRGB(20, 20));
        assertThat(page.height()).isEqualTo(2340);
        assertThat(table.getRed()).isBetween(105, 135);
        assertThat(table.getBlue()).isBetween(55, 85);
    }

    @Test
    void a_grey_photo_and_one_that_is_partly_see_through_come_out_right() throws IOException {
        var grey = new BufferedImage(1200, 900, BufferedImage.TYPE_BYTE_GRAY);
        grey.createGraphics().fillRect(0, 0, 600, 900);
        var clear = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_ARGB);
        var graphics = clear.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 600, 900);

        var drawn = image(onlyPage(SomeFile.encoded(grey, "jpg")));
        assertThat(new Color(drawn.getRGB(300, 450)).getGreen()).isGreaterThan(250);
        assertThat(new Color(drawn.getRGB(900, 450)).getGreen()).isLessThan(5);
        var onWhite = image(onlyPage(SomeFile.encoded(clear, "png")));
        assertThat(isRed(onWhite, 300, 450)).isTrue();
        assertThat(new Color(onWhite.getRGB(900, 450)).getGreen()).isGreaterThan(250);
    }

    private static BufferedImage quarters(BufferedImage picture, int count) {
        var turned = new BufferedImage(picture.getHeight(), picture.getWidth(), BufferedImage.TYPE_INT_RGB);
        var graphics = turned.createGraphics();
        graphics.translate(turned.getWidth() / 2.0, turned.getHeight() / 2.0);
        graphics.rotate(count * Math.PI / 2);
        graphics.drawImage(picture, -picture.getWidth() / 2, -picture.getHeight() / 2, null);
        return turned;
    }

    @Test
    void a_png_is_taken_too() {
        assertThat(onlyPage(SomeFile.png(640, 480)).width()).isEqualTo(640);
    }

    @Test
    void every_page_of_a_pdf_is_drawn() throws IOException {
        var intake = redraw(SomeFile.pdf(3));

        assertThat(intake)
                .isInstanceOfSatisfying(
                        Intake.Accepted.class,
                        accepted -> assertThat(accepted.pages())
                                .hasSize(3)
                                .allSatisfy(page -> assertThat(page.height()).isBetween(2300, 2400)));
    }

    @Test
    void a_web_page_named_jpg_is_called_a_web_page() {
        assertThat(redraw(SomeFile.webPage())).isEqualTo(new Intake.NotADocument(FileKind.WEB_PAGE));
    }

    @Test
    void a_web_page_that_begins_with_a_byte_order_mark_is_still_one() {
        var marked =
                ("\uFEFF \n" + new String(SomeFile.webPage(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);

        assertThat(redraw(marked)).isEqualTo(new Intake.NotADocument(FileKind.WEB_PAGE));
    }

    @Test
    void a_heic_photo_is_named_so_that_the_person_can_change_a_setting() {
        assertThat(redraw(SomeFile.heic())).isEqualTo(new Intake.NotADocument(FileKind.HEIC));
    }

    @Test
    void an_empty_file_is_called_empty() {
        assertThat(redraw(new byte[0])).isEqualTo(new Intake.Empty());
    }

    @Test
    void half_a_photo_is_unreadable() {
        var photo = SomeFile.photo(1600, 1200);

        assertThat(redraw(java.util.Arrays.copyOf(photo, 300))).isEqualTo(new Intake.Unreadable());
    }

    @Test
    void a_pdf_cut_off_is_unreadable() {
        assertThat(redraw("%PDF-1.7\n1 0 obj <<".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Intake.Unreadable());
    }

    @Test
    void a_picture_too_small_to_read_is_refused() {
        assertThat(redraw(SomeFile.photo(120, 90))).isEqualTo(new Intake.TooSmall());
    }

    @Test
    void a_small_file_that_claims_a_giant_picture_is_refused_by_its_header() {
        assertThat(redraw(SomeFile.pngClaiming(19_999, 19_999))).isEqualTo(new Intake.TooManyPixels());
        assertThat(redraw(SomeFile.pngClaiming(Integer.MAX_VALUE, 1))).isEqualTo(new Intake.TooManyPixels());
    }

    @Test
    void twenty_one_pages_are_too_many() {
        assertThat(redraw(SomeFile.pdf(21))).isEqualTo(new Intake.TooManyPages());
    }

    @Test
    void a_pdf_with_a_password_is_told_apart_from_a_broken_one() {
        assertThat(redraw(SomeFile.lockedPdf())).isEqualTo(new Intake.PasswordProtected());
    }

    @Test
    void a_page_with_a_picture_we_cannot_draw_is_not_kept_with_a_hole() {
        assertThat(redraw(SomeFile.pdfWithAPictureWeCannotRead())).isEqualTo(new Intake.PartlyUnreadable());
    }

    @Test
    void a_pdf_that_unpacks_to_gigabytes_is_too_heavy() {
        var bomb = SomeFile.bombPdf();
        assertThat(bomb).hasSizeLessThan(100_000);

        assertThat(redraw(bomb)).isEqualTo(new Intake.TooHeavy());
    }

    @Test
    void a_pdf_that_never_ends_drawing_is_too_heavy() {
        var hasty = new Redrawing(SomeHeic.noConversion(), Duration.ofSeconds(4), VirusScan.none(), OpenCv.none());

        assertThat(hasty.redraw(new ByteArrayInputStream(SomeFile.laughingPdf())))
                .isEqualTo(new Intake.TooHeavy());
    }

    @Test
    void of_three_hundred_megabytes_no_more_is_read_than_a_file_may_have() {
        var read = new long[1];
        var endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return 0xFF;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                read[0] += length;
                java.util.Arrays.fill(into, from, from + length, (byte) 0xFF);
                return length;
            }
        };

        assertThat(redrawing.redraw(endless)).isEqualTo(new Intake.TooLarge());
        assertThat(read[0]).isLessThanOrEqualTo(25L * 1024 * 1024 + 1);
    }

    private Intake redraw(byte[] file) {
        return redrawing.redraw(new ByteArrayInputStream(file));
    }

    private Page onlyPage(byte[] file) {
        var intake = redraw(file);
        assertThat(intake).isInstanceOf(Intake.Accepted.class);
        var pages = ((Intake.Accepted) intake).pages();
        assertThat(pages).hasSize(1);
        return pages.getFirst();
    }

    private static BufferedImage image(Page page) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(page.jpeg()));
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        var colour = new Color(image.getRGB(x, y));
        return colour.getRed() > 150 && colour.getBlue() < 100;
    }
}
