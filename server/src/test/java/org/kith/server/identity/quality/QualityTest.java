package org.kith.server.identity.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.server.identity.PictureHint.BLURRED;
import static org.kith.server.identity.PictureHint.BRIGHT;
import static org.kith.server.identity.PictureHint.CUT_OFF;
import static org.kith.server.identity.PictureHint.DARK;
import static org.kith.server.identity.PictureHint.GLARE;
import static org.kith.server.identity.PictureHint.SMALL;

import java.awt.image.BufferedImage;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.identity.PictureHint;

class QualityTest {
    private static final BufferedImage ON_A_TABLE = SomePage.onATable().drawn();
    private static final BufferedImage SCANNED = SomePage.scanned().drawn();

    @Test
    void a_good_photo_and_a_good_scan_get_no_hint() {
        assertThat(of(ON_A_TABLE)).isEmpty();
        assertThat(of(SCANNED)).isEmpty();
        assertThat(of(SomePage.onATable().turned(4).drawn())).isEmpty();
    }

    @Test
    void a_page_with_little_on_it_gets_no_hint() {
        assertThat(Quality.ofPage(SomePage.scanned().withLines(3).drawn())).isEmpty();
        assertThat(Quality.ofPage(SomePage.scanned().withLines(0).drawn())).isEmpty();
        assertThat(of(SomePage.onATable().withLines(2).drawn())).isEmpty();
    }

    @Test
    void pale_ink_and_very_white_paper_get_no_hint() {
        assertThat(of(SomePage.onATable().inColours(240, 120).drawn())).isEmpty();
        assertThat(of(SomePage.onATable().inColours(250, 45).drawn())).isEmpty();
    }

    @Test
    void a_photo_taken_in_a_dark_room_is_too_dark_and_one_in_the_evening_is_not() {
        assertThat(of(SomePage.darkened(ON_A_TABLE, 0.35))).containsExactly(DARK);
        assertThat(of(SomePage.darkened(ON_A_TABLE, 0.6))).isEmpty();
    }

    @Test
    void washed_out_ink_is_too_bright() {
        assertThat(of(SomePage.washedOut(ON_A_TABLE))).containsExactly(BRIGHT);
    }

    @Test
    void a_lamp_on_the_paper_is_glare() {
        assertThat(of(SomePage.lamp(ON_A_TABLE, 800, 900, 180))).containsExactly(GLARE);
        assertThat(of(SomePage.lamp(ON_A_TABLE, 300, 400, 200))).containsExactly(GLARE);
    }

    @Test
    void a_white_label_or_the_lid_of_a_scanner_is_no_glare() {
        var labelled = SomePage.onATable().drawn();
        var graphics = labelled.createGraphics();
        graphics.fillRect(300, 300, 500, 300);
        var onTheLid = SomePage.onATable().drawn();
        var lid = onTheLid.createGraphics();
        lid.fillRect(0, 0, onTheLid.getWidth(), 900);

        assertThat(of(labelled)).doesNotContain(GLARE);
        assertThat(of(onTheLid)).doesNotContain(GLARE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {4, 6})
    void letters_that_run_into_each_other_are_blurred(double pixels) {
        assertThat(of(SomePage.noisy(SomePage.blurred(ON_A_TABLE, pixels), 3))).containsExactly(BLURRED);
    }

    @Test
    void a_lens_that_is_a_little_soft_is_not_blurred() {
        assertThat(of(SomePage.noisy(SomePage.blurred(ON_A_TABLE, 1.5), 3))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"18,0", "0,13", "14,14", "14,-14", "26,0", "0,26"})
    void a_hand_that_moved_blurs_whichever_way_it_went(int right, int down) {
        assertThat(of(SomePage.noisy(SomePage.shaken(ON_A_TABLE, right, down), 3)))
                .containsExactly(BLURRED);
    }

    @ParameterizedTest
    @CsvSource({"4,0", "0,4", "4,4", "4,-4"})
    void a_hand_that_hardly_moved_does_not(int right, int down) {
        assertThat(of(SomePage.noisy(SomePage.shaken(ON_A_TABLE, right, down), 3)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_rules_of_a_form_are_no_blur(boolean columns) {
        assertThat(Quality.ofPage(SomePage.ruled(SomePage.scanned().withLines(0).drawn(), columns)))
                .doesNotContain(BLURRED);
        assertThat(Quality.ofPage(
                        SomePage.ruled(SomePage.scanned().withLines(20).drawn(), columns)))
                .doesNotContain(BLURRED);
    }

    @Test
    void writing_that_runs_into_an_edge_is_cut_off() {
        assertThat(of(SomePage.cut(ON_A_TABLE, 0, 0, 500, 0))).containsExactly(CUT_OFF);
        assertThat(Quality.ofPage(SomePage.cut(SCANNED, 300, 0, 0, 0))).containsExactly(CUT_OFF);
    }

    @Test
    void paper_that_leaves_the_picture_on_one_side_is_cut_off() {
        assertThat(of(SomePage.cut(ON_A_TABLE, 0, 0, 0, 210))).containsExactly(CUT_OFF);
    }

    @Test
    void a_picture_filled_by_the_paper_is_whole_as_long_as_its_writing_is() {
        assertThat(of(SomePage.cut(ON_A_TABLE, 150, 150, 150, 150))).isEmpty();
    }

    @Test
    void a_thumbnail_is_too_small() {
        assertThat(of(SomePage.scaled(ON_A_TABLE, 0.4))).containsExactly(SMALL);
        assertThat(of(SomePage.scaled(ON_A_TABLE, 0.6))).isEmpty();
    }

    private static Set<PictureHint> of(BufferedImage photo) {
        return Quality.ofPhoto(Grey.of(photo, Quality.EDGE), Math.max(photo.getWidth(), photo.getHeight()));
    }
}
