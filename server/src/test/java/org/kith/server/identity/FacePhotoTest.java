package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kith.server.identity.intake.OpenCv;
import org.kith.server.identity.intake.Redrawing;
import org.kith.server.identity.quality.SomePage;
import org.kith.server.identity.scan.VirusScan;

class FacePhotoTest {
    private final Redrawing redrawing =
            new Redrawing(SomeHeic.noConversion(), Duration.ofSeconds(60), VirusScan.none(), OpenCv.none());

    @BeforeAll
    static void needs_opencv() {
        var here = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        Assumptions.assumeTrue(here, "SKIPPED: OpenCV comes along for Linux on x86-64 only");
    }

    @Test
    void one_face_that_looks_at_us_gets_no_hint() {
        assertThat(hints(SomeFace.withOpenEyes(), true)).isEmpty();
    }

    @Test
    void closed_eyes_are_a_hint_and_an_infant_may_close_them() {
        assertThat(hints(SomeFace.withClosedEyes(), true)).containsExactly(PictureHint.EYES);
        assertThat(hints(SomeFace.withClosedEyes(), false)).isEmpty();
    }

    @Test
    void two_faces_are_one_too_many_and_nobody_is_too_few() {
        assertThat(hints(SomeFace.two(), true)).containsExactly(PictureHint.SEVERAL_FACES);
        assertThat(hints(SomeFace.nobody(), true)).containsExactly(PictureHint.NO_FACE);
    }

    @Test
    void a_face_far_away_is_a_hint() {
        assertThat(hints(SomeFace.farAway(), false)).containsExactly(PictureHint.FACE_FAR);
    }

    @Test
    void light_from_one_side_is_a_hint() {
        var lit = SomeFace.withOpenEyes();
        var graphics = lit.createGraphics();
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.55f));
        graphics.setColor(Color.BLACK);
        graphics.fillRect(400, 0, 400, 1000);
        graphics.dispose();

        assertThat(hints(lit, false)).contains(PictureHint.ONE_SIDED);
    }

    @Test
    void a_small_and_a_dark_photo_are_a_hint() {
        assertThat(hints(SomePage.scaled(SomeFace.withOpenEyes(), 0.4), false)).contains(PictureHint.SMALL);
        assertThat(hints(SomePage.darkened(SomeFace.withOpenEyes(), 0.3), false))
                .contains(PictureHint.DARK);
    }

    private Set<PictureHint> hints(BufferedImage photo, boolean eyesOpen) {
        var intake = redrawing.redrawPicture(new ByteArrayInputStream(SomeFile.encoded(photo, "png")), eyesOpen);
        assertThat(intake).isInstanceOf(Intake.Accepted.class);
        return ((Intake.Accepted) intake).pages().getFirst().hints();
    }
}
