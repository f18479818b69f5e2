package org.kith.server.identity.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkewTest {
    @ParameterizedTest
    @ValueSource(doubles = {-4.5, -2, 0.6, 3})
    void a_page_that_lies_askew_is_seen_to(double degrees) {
        assertThat(of(SomePage.onATable().turned(degrees).drawn())).isCloseTo(degrees, within(0.2));
        assertThat(of(SomePage.scanned().turned(degrees).drawn())).isCloseTo(degrees, within(0.2));
    }

    @Test
    void blur_and_dusk_do_not_matter() {
        var askew = SomePage.onATable().turned(2).drawn();

        assertThat(of(SomePage.blurred(askew, 4))).isCloseTo(2, within(0.2));
        assertThat(of(SomePage.darkened(askew, 0.4))).isCloseTo(2, within(0.2));
    }

    @Test
    void a_page_that_lies_straight_is_left_as_it_is() {
        assertThat(of(SomePage.onATable().drawn())).isZero();
        assertThat(of(SomePage.onATable().turned(0.2).drawn())).isZero();
        assertThat(of(SomePage.scanned().withLines(0).drawn())).isZero();
    }

    @Test
    void a_page_far_askew_was_meant_so() {
        assertThat(of(SomePage.onATable().turned(9).drawn())).isZero();
    }

    @Test
    void a_picture_without_lines_is_left_as_it_is() {
        var shapes = new BufferedImage(1500, 1200, BufferedImage.TYPE_INT_RGB);
        var graphics = shapes.createGraphics();
        var random = new Random(2);
        for (var i = 0; i < 60; i++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            graphics.fillOval(random.nextInt(1500) - 200, random.nextInt(1200) - 200, 300, 300);
        }
        assertThat(of(shapes)).isZero();
        assertThat(of(SomePage.noisy(new BufferedImage(1500, 1200, BufferedImage.TYPE_INT_RGB), 60)))
                .isZero();
    }

    @Test
    void lines_of_several_angles_leave_it_as_it_is() {
        var drawing = new BufferedImage(1500, 1200, BufferedImage.TYPE_INT_RGB);
        var graphics = drawing.createGraphics();
        graphics.setStroke(new BasicStroke(4));
        for (var i = 0; i < 24; i++) graphics.drawLine(0, i * 50, 1500, i * 50 + i * 14 - 160);

        assertThat(of(drawing)).isZero();
    }

    private static double of(BufferedImage picture) {
        return Skew.of(Grey.of(picture, Quality.EDGE));
    }
}
